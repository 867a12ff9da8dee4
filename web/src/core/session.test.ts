import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { ServerFrame } from "./api/wire"
import type { Timeline, TimelineItem } from "./conversation"
import type { ConversationId } from "./ids"
import type { Practitioner } from "./people"
import { MemoryStore } from "./store/memoryStore"
import type { Change } from "./store/store"
import { Client, textsOf, until } from "./testing/client"
import { FakePlatform } from "./testing/fakePlatform"

let platform: FakePlatform
let leroy: Practitioner
let nguyen: Practitioner
let roux: Practitioner
let clients: Client[]

async function ready(person: Practitioner): Promise<Client> {
  const client = await Client.ready(platform, person.id)
  clients.push(client)
  return client
}

function photo(size: number) {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)))
  const whole = new Uint8Array(size)
  for (let offset = 0; offset < size; offset += bytes.length)
    whole.set(bytes.subarray(0, size - offset), offset)
  const mediaType = "image/jpeg" as const
  return { bytes: whole, mediaType, width: 400, height: 300, preview: new Uint8Array(100) }
}

function lastOwn(timeline: Timeline | undefined): TimelineItem | undefined {
  return timeline?.items.filter((item) => item.kind === "message" && item.own).at(-1)
}

function stateOf(item: TimelineItem | undefined): string | undefined {
  return item?.kind === "message" ? item.state?.kind : undefined
}

beforeEach(async () => {
  clients = []
  platform = await FakePlatform.start()
  leroy = platform.directory.person("Anne", "LEROY", "810000000001")
  nguyen = platform.directory.person("Minh", "NGUYEN", "810000000002")
  roux = platform.directory.person("Luc", "ROUX", "810000000003")
})

afterEach(async () => {
  await Promise.all(clients.map((client) => client.session.stop()))
})

describe("two professionals", () => {
  it("find each other, write both ways, and see what was delivered and read", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const found = await a.session.directory.search({ q: "ngu" })
    expect(found.items.map((p) => p.id)).toEqual([nguyen.id])

    const id = await a.session.conversations.openDirect(nguyen.id)
    await a.say(id, "Bonjour")
    expect(await b.conversationWith(leroy.id)).toBe(id)
    await b.texts(id, (texts) => texts.includes("Bonjour"))
    await until(b.session.conversations.list, ({ items }) => items[0]?.unread === 1)

    const ofA = a.session.conversations.open(id)
    await until(ofA.timeline, (t) => stateOf(lastOwn(t)) === "delivered")
    const ofB = b.session.conversations.open(id)
    const seen = await until(ofB.timeline, (t) => t !== undefined && textsOf(t).length === 1)
    const last = seen?.items.at(-1)
    expect(last?.kind === "message" && last.sender).toBe(leroy.id)
    ofB.markRead(last?.sequence ?? 0)
    await until(ofA.timeline, (t) => stateOf(lastOwn(t)) === "read")
    await until(b.session.conversations.list, ({ items }) => items[0]?.unread === 0)

    await ofB.sendText("Bonjour Anne")
    await until(ofA.timeline, (t) => t !== undefined && textsOf(t).includes("Bonjour Anne"))
    ofA.close()
    ofB.close()
  })

  it("exchange a photo that the server holds only encrypted", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    const draft = photo(3_000_000)
    const ofA = a.session.conversations.open(id)
    await ofA.sendPhoto({ ...draft, caption: "Plaie jour 3" })
    await b.conversationWith(leroy.id)
    const ofB = b.session.conversations.open(id)
    const timeline = await until(ofB.timeline, (t) => bodyOf(t?.items.at(-1))?.kind === "photo")
    const body = bodyOf(timeline?.items.at(-1))
    if (body?.kind !== "photo") throw new Error("no photo")
    expect(body.caption).toBe("Plaie jour 3")
    const received = await b.session.conversations.photo(body.photo)
    expect(Buffer.from(await received.arrayBuffer()).equals(draft.bytes)).toBe(true)
    const stored = platform.attachments.stored(body.photo.id)
    expect(stored && indexOf(stored, draft.bytes.subarray(0, 32))).toBe(-1)

    platform.attachments.replace(body.photo.id, (stored ?? new Uint8Array()).slice(0, -65_552))
    const again = { ...body.photo, id: body.photo.id }
    await expect(a.session.conversations.photo(again)).rejects.toThrow()
    ofA.close()
    ofB.close()
  })

  it("keep one conversation when one of them asks for it twice", async () => {
    const a = await ready(leroy)
    await ready(nguyen)
    const [one, two] = await Promise.all([
      a.session.conversations.openDirect(nguyen.id),
      a.session.conversations.openDirect(nguyen.id),
    ])
    expect(two).toBe(one)
    expect(await a.session.conversations.openDirect(nguyen.id)).toBe(one)
  })

  it("are told apart from a person without a device", async () => {
    const a = await ready(leroy)
    await expect(a.session.conversations.openDirect(roux.id)).rejects.toMatchObject({
      code: "unreachable",
    })
  })

  it("reach all devices of a person, and the sender's other ones", async () => {
    const a = await ready(leroy)
    const a2 = await ready(leroy)
    const b = await ready(nguyen)
    const b2 = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await a.say(id, "À tous")
    for (const client of [a2, b, b2]) {
      await client.conversationWith(leroy.id)
      await client.texts(id, (texts) => texts.includes("À tous"))
    }
    await b2.say(id, "Vu")
    for (const client of [a, a2, b]) await client.texts(id, (texts) => texts.includes("Vu"))
    const own = a2.session.conversations.list.get().items[0]
    expect(own?.members.map(({ deviceCount }) => deviceCount)).toEqual([2, 2])
  })
})

describe("a group", () => {
  it("that all devices together would make too large begins with one of each person", async () => {
    const [a, a2, b, b2] = [
      await ready(leroy),
      await ready(leroy),
      await ready(nguyen),
      await ready(nguyen),
    ]
    platform.delivery.mostDevices = 3
    const id = await a.session.conversations.createGroup([nguyen.id])
    for (const client of [a2, b, b2]) {
      client.setOffline(true)
      client.setOffline(false)
      await until(client.session.conversations.list, ({ items }) =>
        items.some((one) => one.id === id),
      )
    }
    await a.say(id, "bienvenue")
    for (const client of [a2, b, b2]) await client.texts(id, (texts) => texts.includes("bienvenue"))
  })

  it("takes people in, who read from then on, and lets them go, who read until then", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const id = await a.session.conversations.createGroup([nguyen.id])
    await a.say(id, "avant")
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.includes("avant"))

    await b.session.conversations.addMembers(id, [roux.id])
    await c.conversationWith(leroy.id)
    await a.say(id, "pendant")
    expect(await c.texts(id, (texts) => texts.includes("pendant"))).toEqual(["pendant"])

    await a.session.conversations.removeMember(id, roux.id)
    await until(c.session.conversations.list, ({ items }) => items[0]?.active === false)
    await a.say(id, "après")
    await b.texts(id, (texts) => texts.includes("après"))
    expect(await c.texts(id, (texts) => texts.length > 0)).toEqual(["pendant"])
    const ofC = c.session.conversations.open(id)
    await until(ofC.timeline, (t) => t !== undefined)
    await expect(ofC.sendText("encore là ?")).rejects.toMatchObject({ code: "not-ready" })
    ofC.close()
  })

  it("survives two commits at once: one wins, the other is redone", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const d = await ready(platform.directory.person("Eva", "SIMON", "810000000004"))
    const id = await a.session.conversations.createGroup([nguyen.id])
    await b.conversationWith(leroy.id)
    await Promise.all([
      a.session.conversations.addMembers(id, [c.person]),
      b.session.conversations.addMembers(id, [d.person]),
    ])
    await c.conversationWith(leroy.id)
    await d.conversationWith(leroy.id)
    await d.say(id, "nous voilà quatre")
    for (const client of [a, b, c])
      await client.texts(id, (texts) => texts.includes("nous voilà quatre"))
    expect(platform.delivery.rooms.get(id)?.epoch).toBe(3)
  })
})

describe("a bad network", () => {
  it("lets a session start by itself once the server is there", async () => {
    const a = new Client(platform, leroy.id)
    clients.push(a)
    a.network.offline = true
    await a.session.start()
    expect(a.session.state.get()).toEqual({ kind: "failed", code: "offline" })
    a.network.offline = false
    await until(a.session.state, ({ kind }) => kind === "needs-device")
  })

  it("keeps what was written offline and sends it in order later", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    a.setOffline(true)
    for (const text of ["un", "deux", "trois"]) await a.say(id, text)
    const ofA = a.session.conversations.open(id)
    await until(ofA.timeline, (t) => t?.items.length === 4)
    expect(stateOf(lastOwn(ofA.timeline.get()))).toBe("queued")
    a.setOffline(false)
    await b.conversationWith(leroy.id)
    expect(await b.texts(id, (texts) => texts.length === 3)).toEqual(["un", "deux", "trois"])
    ofA.close()
  })

  it("lets texts pass and the stream open while photos cannot be stored", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const c = await ready(roux)
    const withPhoto = await a.session.conversations.openDirect(nguyen.id)
    const withText = await a.session.conversations.openDirect(roux.id)
    platform.attachments.away = true
    const ofA = a.session.conversations.open(withPhoto)
    await ofA.sendPhoto(photo(10_000))
    platform.disconnect(a.device)
    await a.say(withText, "sans attendre la photo")
    await c.conversationWith(leroy.id)
    await c.texts(withText, (texts) => texts.includes("sans attendre la photo"))
    await a.online()
    await b.conversationWith(leroy.id)
    await b.say(withPhoto, "reçu ?")
    await a.texts(withPhoto, (texts) => texts.includes("reçu ?"))

    platform.attachments.away = false
    a.session.conversations.open(withText)
    await a.say(withText, "et maintenant")
    const ofB = b.session.conversations.open(withPhoto)
    await until(ofB.timeline, (t) => t?.items.some((i) => bodyOf(i)?.kind === "photo") === true)
    ofA.close()
    ofB.close()
  })

  it("keeps a conversation made while the list of all was on its way", async () => {
    const a = await ready(leroy)
    await ready(nguyen)
    let made: ConversationId | undefined
    a.network.beforeAnswer = async (path) => {
      if (!path.endsWith("/v1/conversations") || made) return
      a.network.beforeAnswer = undefined
      made = await a.session.conversations.openDirect(nguyen.id)
    }
    platform.disconnect(a.device)
    const { list } = a.session.conversations
    await until(list, ({ items }) => made !== undefined && items.some(({ id }) => id === made))
    await a.online()
    expect(list.get().items).toMatchObject([{ id: made, active: true }])
  })

  it("sends exactly once when the answers get lost", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    platform.disconnect(a.device)
    a.network.loseAnswers = true
    await a.say(id, "une seule fois")
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.length === 1)
    a.network.loseAnswers = false
    a.setOffline(false)
    await a.texts(id, (texts) => texts.length === 1)
    const ofA = a.session.conversations.open(id)
    await until(ofA.timeline, (t) => stateOf(lastOwn(t)) === "delivered")
    expect(platform.delivery.rooms.get(id)?.log.length).toBe(2)
    ofA.close()
  })

  it("shows each message once and in order, however the stream repeats and shuffles", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const held: ServerFrame[] = []
    b.network.deliver = (frame) => {
      if (frame.type !== "entry") return [frame]
      held.push(frame)
      // The second of each pair comes first, and then everything so far again.
      return held.length % 2 === 0 ? [frame, ...held] : []
    }
    const id = await a.session.conversations.openDirect(nguyen.id)
    const expected = Array.from({ length: 10 }, (_, i) => `message ${i}`)
    for (const text of expected) await a.say(id, text)
    await b.conversationWith(leroy.id)
    expect(await b.texts(id, (texts) => texts.length === 10)).toEqual(expected)
  })

  it("catches up by itself with what came while it was away", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    b.setOffline(true)
    for (let i = 0; i < 30; i++) await a.say(id, `n° ${i}`)
    await a.session.conversations.addMembers(id, []).catch(() => undefined)
    b.setOffline(false)
    expect(await b.texts(id, (texts) => texts.length === 30)).toHaveLength(30)
  })
})

describe("a crash", () => {
  it("between storing and acknowledging loses and repeats nothing", async () => {
    const a = await ready(leroy)
    const store = new CrashingStore()
    const b = new Client(platform, nguyen.id, store)
    clients.push(b)
    await b.session.start()
    await b.session.enrolDevice("Poste")
    await b.online()
    const id = await a.session.conversations.openDirect(nguyen.id)
    await a.say(id, "un")
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.length === 1)

    // Dies right after the next message was stored, before anybody could be told.
    const stored = store.crashAfter((change) => change.table === "item")
    await a.say(id, "deux")
    await stored
    store.revive()
    await b.reload()
    await a.say(id, "trois")
    expect(await b.texts(id, (texts) => texts.length === 3)).toEqual(["un", "deux", "trois"])
    const ofA = a.session.conversations.open(id)
    await until(ofA.timeline, (t) => stateOf(lastOwn(t)) === "delivered")
    ofA.close()
  })

  it("while a conversation is being made ends with the conversation made", async () => {
    const store = new CrashingStore()
    const a = new Client(platform, leroy.id, store)
    clients.push(a)
    await a.session.start()
    await a.session.enrolDevice("Poste")
    await a.online()
    const b = await ready(nguyen)
    const stored = store.crashAfter((change) => change.table === "commit")
    void a.session.conversations.openDirect(nguyen.id).catch(() => undefined)
    await stored
    store.revive()
    await a.reload()
    const id = await a.conversationWith(nguyen.id)
    await a.say(id, "tout de même")
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.includes("tout de même"))
  })

  it("leaves unsent messages to the next start", async () => {
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    a.setOffline(true)
    await a.say(id, "en attente")
    a.network.offline = false
    await a.reload()
    await b.conversationWith(leroy.id)
    await b.texts(id, (texts) => texts.includes("en attente"))
  })
})

describe("a device", () => {
  it("that is revoked loses its session and its data", async () => {
    const a = await ready(leroy)
    const a2 = await ready(leroy)
    const [first, second] = await a2.session.devices.list()
    expect([first?.current, second?.current]).toEqual([false, true])
    expect(first?.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
    await a2.session.devices.revoke(a.device)
    await until(a.session.state, ({ kind }) => kind === "revoked")
    expect(await a.store.read("device", "self")).toBeUndefined()
    expect(a2.session.state.get().kind).toBe("ready")
  })

  it("keeps its draft and its reading position over a reload", async () => {
    const a = await ready(leroy)
    await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    const open = a.session.conversations.open(id)
    open.saveDraft("à finir")
    open.close()
    await until(a.session.conversations.list, ({ items }) => items[0]?.draft === "à finir")
    await a.reload()
    await until(a.session.conversations.list, ({ items }) => items[0]?.draft === "à finir")
  })

  it("keeps enough key packages at the server", async () => {
    const a = await ready(leroy)
    expect(platform.delivery.keyPackages.level(a.device)).toEqual({
      available: 20,
      lastResort: true,
    })
    for (let i = 0; i < 12; i++)
      platform.delivery.keyPackages.claim(a.device, [nguyen.id, leroy.id])
    const b = await ready(nguyen)
    for (let i = 0; i < 25; i++) platform.delivery.keyPackages.claim(b.device, [leroy.id])
    expect(platform.delivery.keyPackages.claim(b.device, [leroy.id])[0]?.status).toBe("lastResort")
    platform.disconnect(a.device)
    await until(a.session.connection, ({ kind }) => kind !== "online")
    await a.online()
    expect(platform.delivery.keyPackages.level(a.device).available).toBe(20)
  })
})

function bodyOf(item: TimelineItem | undefined) {
  return item?.kind === "message" ? item.body : undefined
}

function indexOf(haystack: Uint8Array, needle: Uint8Array): number {
  return Buffer.from(haystack).indexOf(Buffer.from(needle))
}

/** A store whose process can die right after a write became durable. */
class CrashingStore extends MemoryStore {
  #dead = false
  #trigger: ((change: Change) => boolean) | undefined
  #crashed: (() => void) | undefined

  crashAfter(trigger: (change: Change) => boolean): Promise<void> {
    this.#trigger = trigger
    return new Promise((resolve) => (this.#crashed = resolve))
  }

  revive(): void {
    this.#dead = false
  }

  override async write(changes: readonly Change[]): Promise<void> {
    if (this.#dead) throw new Error("process died")
    await super.write(changes)
    if (!this.#trigger || !changes.some(this.#trigger)) return
    this.#trigger = undefined
    this.#dead = true
    this.#crashed?.()
    throw new Error("process died")
  }
}
