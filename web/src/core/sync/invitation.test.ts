import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Practitioner } from "../people"
import { Client } from "../testing/client"
import { FakePlatform } from "../testing/fakePlatform"

let platform: FakePlatform
let leroy: Practitioner
let nguyen: Practitioner
let a: Client
let b: Client

beforeEach(async () => {
  platform = await FakePlatform.start()
  leroy = platform.directory.person("Anne", "LEROY", "810000000001")
  nguyen = platform.directory.person("Minh", "NGUYEN", "810000000002")
  a = await Client.ready(platform, leroy.id)
  b = await Client.ready(platform, nguyen.id)
})

afterEach(async () => {
  await Promise.all([a, b].map((client) => client.session.stop()))
})

describe("inviting somebody", () => {
  it("waits for a new device that has not uploaded its key packages yet", async () => {
    platform.delivery.keyPackages.notReadyYet.add(b.device)

    const id = await a.session.conversations.openDirect(nguyen.id)

    await a.say(id, "bonjour")
    expect(await b.conversationWith(leroy.id)).toBe(id)
    expect(await b.texts(id, (texts) => texts.length === 1)).toEqual(["bonjour"])
  })
})
