import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { toBase64url } from "./encoding/base64url"
import { utf8 } from "./encoding/bytes"
import { verifyCard } from "./mls/cardSignature"
import type { Practitioner } from "./people"
import { CardDesk } from "./testing/cardDesk"
import { CertificateAuthority } from "./testing/certificateAuthority"
import { Client } from "./testing/client"
import { FakePlatform } from "./testing/fakePlatform"

const DAY = 86_400_000
let platform: FakePlatform
let client: Client
let nguyen: Practitioner

beforeEach(async () => {
  platform = await FakePlatform.start()
  const leroy = platform.directory.person("Anne", "LEROY", "810000000001")
  nguyen = platform.directory.person("Minh", "NGUYEN", "810000000002")
  client = await Client.ready(platform, leroy.id)
})

afterEach(() => client.session.stop())

function move(town: string): void {
  const situations = [{ town, structureName: "Maison de santé" }]
  platform.directory.people.set(nguyen.id, { ...nguyen, situations })
}

describe("a card", () => {
  it("is verified, shown and kept for when the network is away", async () => {
    const { directory } = client.session
    const fresh = await directory.card(nguyen.id)
    expect(fresh).toMatchObject({ kept: false, person: nguyen, careProfession: true })
    expect(fresh.homonyms).toEqual({ total: 0, sameDepartment: 0, sameTown: 0 })

    client.network.offline = true

    const kept = await directory.card(nguyen.id)
    expect(kept).toMatchObject({ kept: true, person: nguyen })
    expect(kept.homonyms).toBeUndefined()
  })

  it("that was never seen is not there without the network", async () => {
    client.network.offline = true

    await expect(client.session.directory.card(nguyen.id)).rejects.toMatchObject({
      code: "offline",
    })
  })

  it("that changed is shown beside the former one until that was seen", async () => {
    const { directory } = client.session
    expect((await directory.card(nguyen.id)).former).toBeUndefined()
    move("Brest")
    await directory.card(nguyen.id)
    move("Quimper")

    const changed = await directory.card(nguyen.id)
    expect(changed.person.situations[0]?.town).toBe("Quimper")
    expect(changed.former?.situations[0]?.town).toBe("Rennes")

    await directory.acknowledgeCard(nguyen.id)
    expect((await directory.card(nguyen.id)).former).toBeUndefined()
  })

  it("that is as it was again did not change", async () => {
    const { directory } = client.session
    await directory.card(nguyen.id)
    move("Brest")
    await directory.card(nguyen.id)
    move("Rennes")

    expect((await directory.card(nguyen.id)).former).toBeUndefined()
  })

  it("of a later register is the same card", async () => {
    const { directory } = client.session
    await directory.card(nguyen.id)
    platform.directory.people.set(nguyen.id, {
      ...nguyen,
      registerDate: "2026-11-21",
      reachable: false,
    })

    const later = await directory.card(nguyen.id)
    expect(later.person.registerDate).toBe("2026-11-21")
    expect(later.former).toBeUndefined()
  })

  it("says whether there is an MSSanté address, also without the network", async () => {
    const { directory } = client.session
    const mailboxes = [{ address: "an.nguyen@medecin.mssante.example" }]
    platform.directory.people.set(nguyen.id, { ...nguyen, mailboxes })

    expect(await directory.card(nguyen.id)).toMatchObject({ kept: false, mssante: true })
    platform.directory.cards.of = () => Promise.reject(new Error("away"))
    expect(await directory.card(nguyen.id)).toMatchObject({ kept: true, mssante: true })
  })

  it("that says nothing of MSSanté addresses is sound, and its first word of them no change", async () => {
    const { directory } = client.session
    const { cards } = platform.directory
    const of = cards.of.bind(cards)
    cards.of = async (person) => ({
      ...(await cards.sign(person, { formerly: true })),
      homonyms: cards.homonyms,
    })
    const silent = await directory.card(nguyen.id)
    expect(silent).toMatchObject({ kept: false, person: nguyen })
    expect(silent).not.toHaveProperty("mssante")
    cards.of = of

    const later = await directory.card(nguyen.id)
    expect(later).toMatchObject({ kept: false, mssante: false })
    expect(later.former).toBeUndefined()
  })

  it("of the past does not take the place of a newer one", async () => {
    const { directory } = client.session
    await directory.card(nguyen.id)
    const { cards } = platform.directory
    cards.of = async (person) => ({
      ...(await cards.sign(
        { ...person, situations: [] },
        { issuedAt: new Date(Date.now() - DAY) },
      )),
      homonyms: cards.homonyms,
    })

    expect(await directory.card(nguyen.id)).toMatchObject({ kept: true, person: nguyen })
  })

  it("of a directory whose clock was ahead does not stand in the way of later ones", async () => {
    const { directory } = client.session
    const { cards } = platform.directory
    const of = cards.of.bind(cards)
    cards.of = async (person) => ({
      ...(await cards.sign(person, { issuedAt: new Date(Date.now() + DAY) })),
      homonyms: cards.homonyms,
    })
    await directory.card(nguyen.id)
    cards.of = of
    move("Brest")

    const later = await directory.card(nguyen.id)
    expect(later).toMatchObject({ kept: false })
    expect(later.person.situations[0]?.town).toBe("Brest")
  })

  it("of which the signer said nothing of skills did not change when another tells them", async () => {
    const { directory } = client.session
    await directory.card(nguyen.id)
    const told = { ...nguyen, skills: [{ code: "SM57", label: "Allergologie" }] }
    platform.directory.people.set(nguyen.id, told)

    expect(await directory.card(nguyen.id)).toMatchObject({ person: told, kept: false })
    expect((await directory.card(nguyen.id)).former).toBeUndefined()

    platform.directory.people.set(nguyen.id, { ...told, skills: [] })
    expect((await directory.card(nguyen.id)).former).toEqual(told)
  })

  it("that somebody else signed is neither shown nor kept", async () => {
    const stranger = new CardDesk(await CertificateAuthority.create())
    platform.directory.cards.of = (person) => stranger.of(person)

    await expect(client.session.directory.card(nguyen.id)).rejects.toMatchObject({
      code: "integrity",
    })
    expect(await client.store.read("card", nguyen.id)).toBeUndefined()
  })

  it("is asked for by an enrolled device only", async () => {
    const other = new Client(platform, nguyen.id)
    await other.session.start()

    await expect(other.session.directory.card(nguyen.id)).rejects.toMatchObject({
      code: "not-ready",
    })
    await other.session.stop()
  })
})

describe("the signature of a card", () => {
  const verified = (jws: string) => verifyCard(jws, nguyen.id, platform.directory.authority.trust())
  const sign = (change?: Parameters<CardDesk["sign"]>[1]) =>
    platform.directory.cards.sign(nguyen, change).then(({ jws }) => jws)

  it("holds for the card as it was signed", async () => {
    expect((await verified(await sign()))?.person).toEqual(nguyen)
  })

  it("does not hold for a changed card, another algorithm or kind, or what must be understood", async () => {
    const [header = "", payload = "", signature = ""] = (await sign()).split(".")
    const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"))
    const forged = toBase64url(utf8(text.replace("NGUYEN", "NGUYAN")))
    expect(forged).not.toBe(payload)
    expect(await verified([header, forged, signature].join("."))).toBeUndefined()
    expect(await verified([header, payload, ""].join("."))).toBeUndefined()
    expect(await verified([header, payload, signature, ""].join("."))).toBeUndefined()
    expect(await verified("")).toBeUndefined()
    expect(await verified(await sign({ header: { alg: "none" } }))).toBeUndefined()
    expect(await verified(await sign({ header: { typ: "JWT" } }))).toBeUndefined()
    expect(await verified(await sign({ header: { crit: ["exp"] } }))).toBeUndefined()
    expect(await verified(await sign({ header: { x5c: "" } }))).toBeUndefined()
  })

  it("does not hold for the card of another person", async () => {
    const leroy = platform.directory.person("Anne", "LEROY", "810000000003")
    const { jws } = await platform.directory.cards.sign(leroy)
    expect(await verified(jws)).toBeUndefined()
  })

  it("does not hold outside the signer's period", async () => {
    expect(await verified(await sign({ issuedAt: new Date(Date.now() - 2 * DAY) }))).toBeUndefined()
    expect(
      await verified(await sign({ issuedAt: new Date(Date.now() + 31 * DAY) })),
    ).toBeUndefined()
  })

  it("does not hold when a device signed it", async () => {
    const keys = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])
    const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey))
    const { authority } = platform.directory
    const device = { deviceId: nguyen.id, nationalId: "810000000002", name: "x", publicKey }
    const chain = await authority.issue(device)
    expect(await verified(await sign({ chain }))).toBeUndefined()
  })

  it("does not make a device of the signer", async () => {
    const keys = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"])
    const pair = keys
    const chain = await platform.directory.authority.issueCardSigner(pair.publicKey)
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))
    const trust = platform.directory.authority.trust()
    expect(await trust.identify(chain, raw, new Date())).toBeUndefined()
  })
})
