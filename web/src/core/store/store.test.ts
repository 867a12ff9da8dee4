import { IDBFactory, IDBKeyRange } from "fake-indexeddb"
import { beforeEach, describe, expect, it } from "vitest"
import { utf8 } from "../encoding/bytes"
import { newId, type ConversationId, type PractitionerId } from "../ids"
import { generateDeviceKey, signWithDeviceKey } from "../mls/deviceKey"
import { IndexedDbStore } from "./indexedDbStore"
import { MemoryStore } from "./memoryStore"
import { put, remove, type Store } from "./store"
import { itemKey } from "./tables"

const conversation = newId<ConversationId>()
const other = newId<ConversationId>()

function roster(sequence: number) {
  return {
    kind: "roster",
    id: `r${sequence}`,
    sequence,
    at: "2026-01-01T00:00:00Z",
    by: newId<PractitionerId>(),
    joined: [],
    left: [],
    devicesAdded: [],
    devicesRemoved: [],
  } as const
}

async function fill(store: Store): Promise<void> {
  await store.write([
    ...[1, 2, 3, 10, 11].map((n) => put("item", itemKey(conversation, n), roster(n))),
    put("item", itemKey(other, 5), roster(5)),
    put("draft", conversation, { text: "brouillon" }),
  ])
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  globalThis.IDBKeyRange = IDBKeyRange
})

describe.each([
  ["memory", async () => new MemoryStore()],
  ["IndexedDB", async () => IndexedDbStore.open("liaison-test")],
] as const)("the %s store", (_, open: () => Promise<Store>) => {
  it("reads back what was written, bytes included, and nothing else", async () => {
    const store = await open()
    const bytes = crypto.getRandomValues(new Uint8Array(5_000))
    await store.write([put("group", conversation, { state: bytes, cursor: 7, broken: false })])
    expect(await store.read("group", conversation)).toEqual({
      state: bytes,
      cursor: 7,
      broken: false,
    })
    expect(await store.read("group", other)).toBeUndefined()
    expect(await store.read("draft", conversation)).toBeUndefined()
  })

  it("lists by prefix in key order, windows from the end", async () => {
    const store = await open()
    await fill(store)
    const all = await store.list("item", { prefix: `${conversation}/` })
    expect(all.map(([, item]) => item.sequence)).toEqual([1, 2, 3, 10, 11])
    const page = await store.list("item", {
      prefix: `${conversation}/`,
      before: itemKey(conversation, 10),
      limit: 2,
      newestFirst: true,
    })
    expect(page.map(([, item]) => item.sequence)).toEqual([3, 2])
    expect(await store.list("item", { prefix: "nothing" })).toEqual([])
  })

  it("writes all changes of a batch or none", async () => {
    const store = await open()
    await fill(store)
    const unstorable = { text: 1n as unknown as string }
    await expect(
      store.write([remove("draft", conversation), put("draft", other, unstorable)]),
    ).rejects.toThrow()
    expect(await store.read("draft", conversation)).toEqual({ text: "brouillon" })
    await store.write([remove("draft", conversation), put("draft", other, { text: "autre" })])
    expect(await store.read("draft", conversation)).toBeUndefined()
    expect(await store.read("draft", other)).toEqual({ text: "autre" })
  })

  it("keeps the device key usable and unreadable", async () => {
    const store = await open()
    expect(await store.deviceKey()).toBeUndefined()
    await store.saveDeviceKey(await generateDeviceKey())
    const key = await store.deviceKey()
    if (!key) throw new Error("no key")
    expect(await signWithDeviceKey(key, utf8("x"))).toHaveLength(64)
    await expect(crypto.subtle.exportKey("pkcs8", key.privateKey)).rejects.toThrow()
  })
})

describe("the IndexedDB store", () => {
  it("still has everything after closing and opening again", async () => {
    const store = await IndexedDbStore.open("liaison-test")
    await fill(store)
    store.close()
    const again = await IndexedDbStore.open("liaison-test")
    expect(await again.read("draft", conversation)).toEqual({ text: "brouillon" })
  })

  it("leaves no readable content in the database", async () => {
    const store = await IndexedDbStore.open("liaison-test")
    await fill(store)
    const raw = await new Promise<unknown[]>((resolve) => {
      const request = indexedDB.open("liaison-test", 1)
      request.onsuccess = () => {
        const all = request.result.transaction("records").objectStore("records").getAll()
        all.onsuccess = () => resolve(all.result)
      }
    })
    expect(raw).toHaveLength(7)
    for (const value of raw)
      expect(new TextDecoder("latin1").decode(value as Uint8Array)).not.toContain("brouillon")
  })

  it("forgets everything when wiped", async () => {
    const store = await IndexedDbStore.open("liaison-test")
    await fill(store)
    await store.wipe()
    const again = await IndexedDbStore.open("liaison-test")
    expect(await again.list("item")).toEqual([])
  })

  it("shares one sealing key between two tabs that start together", async () => {
    const [one, two] = await Promise.all([
      IndexedDbStore.open("liaison-test"),
      IndexedDbStore.open("liaison-test"),
    ])
    await one.write([put("draft", conversation, { text: "a" })])
    expect(await two.read("draft", conversation)).toEqual({ text: "a" })
  })
})
