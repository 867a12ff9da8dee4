import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Practitioner } from "./people"
import { Client, textsOf, until } from "./testing/client"
import { FakePlatform } from "./testing/fakePlatform"

let platform: FakePlatform
let leroy: Practitioner
let nguyen: Practitioner
let clients: Client[]

async function ready(person: Practitioner): Promise<Client> {
  const client = await Client.ready(platform, person.id)
  clients.push(client)
  return client
}

beforeEach(async () => {
  clients = []
  platform = await FakePlatform.start()
  leroy = platform.directory.person("Anne", "LEROY", "810000000001")
  nguyen = platform.directory.person("Minh", "NGUYEN", "810000000002")
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
    await until(ofA.timeline, (t) => stateOf(t?.items.at(-1)) === "delivered")
    const ofB = b.session.conversations.open(id)
    const seen = await until(ofB.timeline, (t) => t !== undefined && textsOf(t).length === 1)
    const last = seen?.items.at(-1)
    expect(last?.kind === "message" && last.sender).toBe(leroy.id)
    ofB.markRead(last?.sequence ?? 0)
    await until(ofA.timeline, (t) => stateOf(t?.items.at(-1)) === "read")
    await until(b.session.conversations.list, ({ items }) => items[0]?.unread === 0)

    await ofB.sendText("Bonjour Anne")
    await until(ofA.timeline, (t) => t !== undefined && textsOf(t).includes("Bonjour Anne"))
    ofA.close()
    ofB.close()
  })
})

function stateOf(item: unknown): string | undefined {
  return (item as { state?: { kind: string } } | undefined)?.state?.kind
}
