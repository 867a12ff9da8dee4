import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Practitioner } from "./people"
import { Client } from "./testing/client"
import { FakePlatform } from "./testing/fakePlatform"

let platform: FakePlatform
let client: Client
let nguyen: Practitioner
let adam: Practitioner

beforeEach(async () => {
  platform = await FakePlatform.start()
  const leroy = platform.directory.person("Anne", "LEROY", "810000000001")
  nguyen = platform.directory.person("Minh", "NGUYEN", "810000000002")
  adam = platform.directory.person("Paul", "ADAM", "810000000003")
  client = await Client.ready(platform, leroy.id)
})

afterEach(() => client.session.stop())

const names = () => client.session.contacts.list.get().map(({ person }) => person.familyName)

describe("my correspondents", () => {
  it("are kept by name over a reload, each once, until they are removed", async () => {
    const { contacts } = client.session
    await contacts.add([nguyen, adam, nguyen])
    await contacts.add([adam])
    expect(names()).toEqual(["ADAM", "NGUYEN"])

    await client.reload()
    expect(names()).toEqual(["ADAM", "NGUYEN"])

    await client.session.contacts.remove(adam.id)
    expect(names()).toEqual(["NGUYEN"])
    await client.reload()
    expect(names()).toEqual(["NGUYEN"])
    expect(await client.store.read("contact", adam.id)).toBeUndefined()
  })

  it("follow what the directory says of them when their card is looked at", async () => {
    await client.session.contacts.add([nguyen])
    const situations = [{ town: "Brest", structureName: "Hôpital" }]
    platform.directory.people.set(nguyen.id, { ...nguyen, situations })

    await client.session.directory.card(nguyen.id)

    const [contact] = client.session.contacts.list.get()
    expect(contact?.person.situations[0]?.town).toBe("Brest")
    await client.reload()
    const [kept] = client.session.contacts.list.get()
    expect(kept?.person.situations[0]?.town).toBe("Brest")
  })

  it("do not come back when their card is read while they are removed", async () => {
    await client.session.contacts.add([nguyen])

    const removed = client.session.contacts.remove(nguyen.id)
    expect(names()).toEqual([])
    await client.session.directory.card(nguyen.id)
    await removed

    expect(names()).toEqual([])
    expect(await client.store.read("contact", nguyen.id)).toBeUndefined()
  })

  it("are there without the network, and gone with the device's data", async () => {
    await client.session.contacts.add([nguyen])
    client.setOffline(true)
    await client.session.contacts.add([adam])
    expect(names()).toEqual(["ADAM", "NGUYEN"])

    await client.session.logout({ forget: true })

    expect(names()).toEqual([])
    expect(await client.store.list("contact")).toEqual([])
    await expect(client.session.contacts.add([adam])).rejects.toMatchObject({ code: "not-ready" })
  })
})

describe("a list", () => {
  it("is answered row by row, and nothing of it is kept", async () => {
    const stranger = { familyName: "INCONNU", givenName: "Jean" }

    const { items } = await client.session.directory.matches([
      { rpps: "10000000002" },
      stranger,
      { rpps: "10000000003" },
    ])

    expect(items.map(({ candidates }) => candidates[0]?.person.familyName)).toEqual([
      "NGUYEN",
      undefined,
      "ADAM",
    ])
    expect(await client.store.list("contact")).toEqual([])
    expect(await client.store.read("person", nguyen.id)).toBeUndefined()
  })
})
