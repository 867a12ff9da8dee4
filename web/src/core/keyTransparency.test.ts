import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { AuditApi } from "./api/auditApi"
import { Http } from "./api/http"
import type { ConversationId, PractitionerId } from "./ids"
import { put } from "./store/store"
import { DeviceLog } from "./sync/deviceLog"
import { Client, until } from "./testing/client"
import { makeSigner, ORIGIN } from "./testing/fakeLog"
import { FakePlatform } from "./testing/fakePlatform"
import { refuse } from "./testing/refusal"

let platform: FakePlatform
let clients: Client[]
let leroy: PractitionerId
let nguyen: PractitionerId

beforeEach(async () => {
  platform = await FakePlatform.start()
  clients = []
  leroy = platform.directory.person("Anne", "Leroy", "810000000001").id
  nguyen = platform.directory.person("Linh", "Nguyen", "810000000002").id
})

afterEach(async () => {
  for (const client of clients) await client.session.stop()
})

async function ready(person: PractitionerId): Promise<Client> {
  const client = await Client.ready(platform, person)
  clients.push(client)
  return client
}

async function standing(client: Client, of: Client) {
  return (await client.store.read("binding", of.device))?.standing
}

/** How many devices of the person this client warns of, in that conversation. */
function warned(client: Client, id: ConversationId, person: PractitionerId) {
  const conversation = client.session.conversations.list.get().items.find((one) => one.id === id)
  return conversation?.members.find((one) => one.practitionerId === person)?.unprovenDevices
}

describe("a device that is added", () => {
  it("is proven once and not asked for again while the proof is fresh", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    const id = await anne.session.conversations.openDirect(nguyen)
    await linh.online()
    await expect.poll(() => standing(anne, linh)).toBe("logged")
    await expect.poll(() => standing(anne, anne)).toBe("logged")
    await expect.poll(() => standing(linh, anne)).toBe("logged")
    const { asked } = platform.log

    await anne.say(id, "Bonjour")
    await linh.texts(id, (texts) => texts.includes("Bonjour"))
    await anne.reload()
    await anne.online()
    await anne.say(id, "Toujours là")
    await linh.texts(id, (texts) => texts.includes("Toujours là"))

    expect(platform.log.asked).toBe(asked)
    expect(warned(anne, id, nguyen)).toBe(0)
  })

  it("that was never logged is not added, and nobody is written to by it", async () => {
    const anne = await ready(leroy)
    platform.log.loses = ({ practitioner }) => practitioner === nguyen
    await ready(nguyen)

    await expect(anne.session.conversations.openDirect(nguyen)).rejects.toMatchObject({
      code: "unlogged",
    })
    expect(anne.session.conversations.list.get().items).toHaveLength(0)
  })

  it("that was not logged keeps its person out, whose devices come all or none", async () => {
    const anne = await ready(leroy)
    await ready(nguyen)
    platform.log.loses = ({ practitioner }) => practitioner === nguyen
    await ready(nguyen)

    await expect(anne.session.conversations.openDirect(nguyen)).rejects.toMatchObject({
      code: "unlogged",
    })
  })

  it("of one's own person stays behind unlogged, keeps nobody out, and enters by itself", async () => {
    const anne = await ready(leroy)
    const linh = await ready(nguyen)
    await ready(leroy)
    const lost: Parameters<typeof platform.log.add>[0][] = []
    platform.log.loses = (binding) => lost.push(binding) > 0
    const third = await ready(leroy)

    const id = await anne.session.conversations.openDirect(nguyen)

    expect(await linh.conversationWith(leroy)).toBe(id)
    await third.reload()
    await third.online()
    expect(await third.conversationWith(nguyen)).toBe(id)
    await anne.say(id, "Sur tous mes postes")
    await third.texts(id, (texts) => texts.includes("Sur tous mes postes"))
  })

  it("of another key than the log has is not added", async () => {
    const anne = await ready(leroy)
    const other = crypto.getRandomValues(new Uint8Array(32))
    const add = platform.log.add.bind(platform.log)
    platform.log.add = (binding) => add({ ...binding, signatureKey: other })
    await ready(nguyen)

    await expect(anne.session.conversations.openDirect(nguyen)).rejects.toMatchObject({
      code: "log-refused",
    })
  })

  it("logged for another entry of the directory is not added", async () => {
    const anne = await ready(leroy)
    const add = platform.log.add.bind(platform.log)
    platform.log.add = (binding) => add({ ...binding, practitioner: crypto.randomUUID() })
    await ready(nguyen)

    await expect(anne.session.conversations.openDirect(nguyen)).rejects.toMatchObject({
      code: "log-refused",
    })
  })

  it("is added once its entry has come, a moment after the enrolment", async () => {
    const anne = await ready(leroy)
    const late: Parameters<typeof platform.log.add>[0][] = []
    platform.log.loses = (binding) => late.push(binding) > 0
    const linh = await ready(nguyen)
    platform.log.loses = () => false
    let asked = 0
    anne.network.beforeAnswer = async (path) => {
      if (path.endsWith(linh.device) && ++asked === 2)
        for (const binding of late.splice(0)) await platform.log.add(binding)
    }

    const id = await anne.session.conversations.openDirect(nguyen)

    await expect.poll(() => warned(anne, id, nguyen)).toBe(0)
    expect(await standing(anne, linh)).toBe("logged")
  })
})

describe("an invitation of many", () => {
  async function people(count: number): Promise<readonly PractitionerId[]> {
    const ids: PractitionerId[] = []
    for (let n = 0; n < count; n++) {
      const person = platform.directory.person("Paul", `Nom${n}`, `82000000000${n}`)
      await ready(person.id)
      ids.push(person.id)
    }
    return ids
  }

  it("asks about all of them at once, and each once", async () => {
    const ids = await people(5)
    const anne = await ready(leroy)
    await expect.poll(() => standing(anne, anne)).toBe("logged")
    let [together, most, questions] = [0, 0, 0]
    anne.network.beforeAnswer = async (path) => {
      if (!path.includes("/v1/device-bindings/")) return
      questions++
      most = Math.max(most, ++together)
      await new Promise((resolve) => setTimeout(resolve, 5))
      together--
    }

    await anne.session.conversations.createGroup(ids)

    expect(most).toBeGreaterThan(1)
    expect(questions).toBe(5)
  })

  it("says whose key waits, and of nobody else", async () => {
    const ids = await people(2)
    platform.log.loses = ({ practitioner }) => practitioner === nguyen
    await ready(nguyen)
    const anne = await ready(leroy)

    await expect(anne.session.conversations.createGroup([...ids, nguyen])).rejects.toMatchObject({
      code: "unlogged",
      people: [{ id: nguyen }],
    })
  })

  it("ends with the first key that the log refuses", async () => {
    const linh = await ready(nguyen)
    await platform.log.add({ event: "revoked", deviceId: linh.device, practitioner: nguyen })
    const third = platform.directory.person("Paul", "Marin", "810000000003").id
    platform.log.loses = ({ practitioner }) => practitioner === third
    await ready(third)
    platform.log.loses = () => false
    const anne = await ready(leroy)
    await expect.poll(() => standing(anne, anne)).toBe("logged")
    const { asked } = platform.log

    await expect(anne.session.conversations.createGroup([third, nguyen])).rejects.toMatchObject({
      code: "log-refused",
      people: [{ id: nguyen }],
    })
    expect(platform.log.asked - asked).toBeLessThanOrEqual(2)
  })

  it("is given up when the log does not answer, by one deadline for all", async () => {
    const ids = await people(4)
    const anne = await ready(leroy)
    await expect.poll(() => standing(anne, anne)).toBe("logged")
    await hanging(anne, async () => {
      await expect(anne.session.conversations.createGroup(ids)).rejects.toMatchObject({
        code: "log-silent",
      })
    })
  })
})

describe("a key that was proven", () => {
  it("is asked for again when a conversation is opened and the proof has aged", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    const id = await anne.session.conversations.openDirect(nguyen)
    await linh.conversationWith(leroy)
    await platform.log.add({ event: "revoked", deviceId: linh.device, practitioner: nguyen })
    anne.session.conversations.open(id).close()
    await anne.say(id, "Encore frais")
    expect(await standing(anne, linh)).toBe("logged")

    await proven(anne, linh, 13)
    anne.session.conversations.open(id).close()

    await expect.poll(() => standing(anne, linh)).toBe("revoked")
    await expect.poll(() => warned(anne, id, nguyen)).toBe(1)
  })

  it("is asked for again when it is invited and the proof has aged", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    await anne.session.conversations.openDirect(nguyen)
    await platform.log.add({ event: "revoked", deviceId: linh.device, practitioner: nguyen })
    await proven(anne, linh, 13)

    await expect(anne.session.conversations.createGroup([nguyen])).rejects.toMatchObject({
      code: "log-refused",
    })
  })

  it("is asked for again when its device is put out of a conversation", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    const second = await ready(nguyen)
    const id = await anne.session.conversations.openDirect(nguyen)
    await linh.conversationWith(leroy)
    await second.conversationWith(leroy)

    const { device } = second
    await linh.session.devices.revoke(device)

    const found = async () => (await anne.store.read("binding", device))?.standing
    await expect.poll(found).toBe("revoked")
    expect(warned(anne, id, nguyen)).toBe(0)
  })

  it("stands while the log does not answer", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    const id = await anne.session.conversations.openDirect(nguyen)
    await proven(anne, linh, 13)
    platform.log.tamper = () => Promise.reject(refuse(502, "bad-gateway"))

    anne.session.conversations.open(id).close()
    await anne.session.conversations.createGroup([nguyen])

    expect(await standing(anne, linh)).toBe("logged")
  })

  it("stands while the log hangs, for the person it was proven of", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    await anne.session.conversations.openDirect(nguyen)
    await proven(anne, linh, 13)

    await hanging(anne, () => anne.session.conversations.createGroup([nguyen]))

    expect(await standing(anne, linh)).toBe("logged")
    const binding = await anne.store.read("binding", linh.device)
    if (!binding) throw new Error("not met")
    await anne.store.write([put("binding", linh.device, { ...binding, practitionerId: leroy })])
    await hanging(anne, async () => {
      await expect(anne.session.conversations.createGroup([nguyen])).rejects.toMatchObject({
        code: "log-silent",
      })
    })
  })
})

describe("what is found of a device at the same moment", () => {
  it("never becomes less grave: a second key stays forged", async () => {
    const anne = await ready(leroy)
    const linh = await ready(nguyen)
    const log = deviceLogOf(anne)
    const [first, second] = [crypto.getRandomValues(new Uint8Array(32)), await keyOf(linh)]
    const of = (signatureKey: Uint8Array<ArrayBuffer>) => ({
      name: "Linh Nguyen",
      deviceId: linh.device,
      nationalId: "810000000002",
      signatureKey,
    })
    let held: (() => void) | undefined
    platform.log.tamper = (page) =>
      held ? page : new Promise((resolve) => (held = () => resolve(page)))

    const look = log.look([{ identity: of(second), person: nguyen, optional: false }], true)
    await expect.poll(() => held).toBeDefined()
    await log.note([of(first)])
    held?.()
    await look

    expect(await standing(anne, linh)).toBe("forged")
  })
})

describe("a log that cheats", () => {
  it("by another key than the one pinned proves nobody", async () => {
    const anne = await ready(leroy)
    await expect.poll(() => anne.store.read("log", "self")).toBeDefined()
    platform.log.signer = await makeSigner(ORIGIN)
    await ready(nguyen)

    await expect(anne.session.conversations.openDirect(nguyen)).rejects.toMatchObject({
      code: "log-refused",
    })
  })

  it("by a smaller tree than seen proves nobody", async () => {
    const anne = await ready(leroy)
    await ready(leroy)
    const third = platform.directory.person("Paul", "Marin", "810000000003").id
    await ready(third)
    await anne.session.conversations.openDirect(third)
    platform.log.entries.splice(0)
    await ready(nguyen)

    await expect(anne.session.conversations.openDirect(nguyen)).rejects.toMatchObject({
      code: "log-refused",
    })
  })
})

describe("a device that others let in", () => {
  it("stays, and is warned of when it is not logged in time, until it is", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    const id = await anne.session.conversations.openDirect(nguyen)
    await linh.conversationWith(leroy)
    const lost: Parameters<typeof platform.log.add>[0][] = []
    platform.log.loses = (binding) => lost.push(binding) > 0
    // It enters by itself, without anybody's leave.
    const second = await ready(nguyen)
    await until(anne.session.conversations.list, ({ items }) =>
      items.some(({ members }) => members.some(({ deviceCount }) => deviceCount === 2)),
    )
    await expect.poll(() => standing(anne, second)).toBe("open")
    expect(warned(anne, id, nguyen)).toBe(0)

    await aged(anne, second)
    await anne.reload()
    await anne.online()
    await expect.poll(() => standing(anne, second)).toBe("unlogged")
    await expect.poll(() => warned(anne, id, nguyen)).toBe(1)
    await anne.say(id, "Encore lisible")
    await second.texts(id, (texts) => texts.includes("Encore lisible"))

    platform.log.loses = () => false
    for (const binding of lost) await platform.log.add(binding)
    await anne.reload()
    await anne.online()
    await expect.poll(() => warned(anne, id, nguyen)).toBe(0)
  })

  it("from before this client knew of the log is checked at the next start", async () => {
    const [anne, linh] = [await ready(leroy), await ready(nguyen)]
    await anne.session.conversations.openDirect(nguyen)
    await anne.store.write([
      { table: "binding", key: linh.device, remove: true },
      { table: "log", key: "self", remove: true },
    ])

    await anne.reload()
    await anne.online()

    await expect.poll(() => standing(anne, linh)).toBe("logged")
  })
})

describe("the owner's own devices", () => {
  it("agree between directory and log", async () => {
    const anne = await ready(leroy)
    await ready(leroy)
    expect(await anne.session.devices.keys()).toEqual({ hidden: [], unlogged: [] })
  })

  it("are told of one that only the log knows, until it is revoked there", async () => {
    const anne = await ready(leroy)
    const ghost = { deviceId: crypto.randomUUID(), practitioner: leroy }
    const signatureKey = crypto.getRandomValues(new Uint8Array(32))
    const nationalId = "810000000001"
    await platform.log.add({ ...ghost, event: "bound", nationalId, signatureKey })

    const { hidden } = await anne.session.devices.keys()
    expect(hidden.map(({ id }) => id)).toEqual([ghost.deviceId])

    await platform.log.add({ ...ghost, event: "revoked" })
    expect(await anne.session.devices.keys()).toEqual({ hidden: [], unlogged: [] })
  })

  it("are told of one that the log does not know, once it had the time to", async () => {
    const anne = await ready(leroy)
    platform.log.loses = () => true
    const other = await ready(leroy)
    expect((await anne.session.devices.keys()).unlogged).toEqual([])

    const device = platform.directory.devices.get(other.device)
    if (!device) throw new Error("not enrolled")
    const enrolledAt = new Date(Date.now() - 360_000).toISOString()
    platform.directory.devices.set(other.device, { ...device, enrolledAt })
    expect((await anne.session.devices.keys()).unlogged).toEqual([other.device])
  })

  it("are not vouched for by a log that forked", async () => {
    const anne = await ready(leroy)
    await ready(leroy)
    await anne.session.devices.keys()
    platform.log.entries.reverse()

    await expect(anne.session.devices.keys()).rejects.toMatchObject({ code: "integrity" })
  })
})

async function keyOf(client: Client): Promise<Uint8Array<ArrayBuffer>> {
  const [entry] = platform.log.entries.filter(({ deviceId }) => deviceId === client.device)
  if (!entry?.signatureKey) throw new Error("not logged")
  return Promise.resolve(entry.signatureKey)
}

/** Another look at the same store and log. */
function deviceLogOf(client: Client): DeviceLog {
  const http = new Http({
    origin: "http://liaison.test",
    fetch: platform.fetchFor(client.network),
    tokens: { accessToken: () => Promise.resolve(client.person) },
    sleep: () => Promise.resolve(),
  })
  return new DeviceLog({
    audit: new AuditApi(http),
    store: client.store,
    now: () => new Date(),
    sleep: () => Promise.resolve(),
  })
}

/** While the log takes questions and does not answer them; fifteen seconds pass. */
async function hanging(client: Client, act: () => Promise<unknown>): Promise<void> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true })
  client.network.beforeAnswer = (path) =>
    path.includes("/v1/device-bindings/") ? new Promise(() => undefined) : Promise.resolve()
  try {
    const outcome = act()
    outcome.catch(() => undefined)
    for (let second = 0; second < 15; second++) await vi.advanceTimersByTimeAsync(1_000)
    await outcome
  } finally {
    vi.useRealTimers()
  }
}

/** As if the device's key had been proven so many hours ago. */
async function proven(client: Client, device: Client, hours: number): Promise<void> {
  await expect.poll(() => standing(client, device)).toBe("logged")
  const binding = await client.store.read("binding", device.device)
  if (!binding) throw new Error("not met")
  const provenAt = new Date(Date.now() - hours * 3_600_000).toISOString()
  await client.store.write([put("binding", device.device, { ...binding, provenAt })])
}

/** As if the device had been met six minutes ago. */
async function aged(client: Client, device: Client): Promise<void> {
  const binding = await client.store.read("binding", device.device)
  if (!binding) throw new Error("not met")
  const firstSeen = new Date(Date.now() - 360_000).toISOString()
  await client.store.write([put("binding", device.device, { ...binding, firstSeen })])
}
