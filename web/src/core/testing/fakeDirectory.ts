import type { WireDevice } from "../api/wire"
import type { ContactRow, Match, Matches } from "../contacts"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { utf8 } from "../encoding/bytes"
import { newId, type AccountId, type DeviceId, type PractitionerId } from "../ids"
import type { Me, Practitioner } from "../people"
import { CardDesk } from "./cardDesk"
import type { CertificateAuthority } from "./certificateAuthority"
import type { FakeLog } from "./fakeLog"
import { refuse } from "./refusal"

export type MatchRequest = { readonly rows: readonly ContactRow[] }

/** The directory-service's protocol in memory: people, enrolment with proof of possession, revocation. */
export class FakeDirectory {
  readonly people = new Map<PractitionerId, Practitioner>()
  readonly devices = new Map<DeviceId, WireDevice & { readonly owner: PractitionerId }>()
  readonly cards: CardDesk
  readonly #challenges = new Set<string>()

  constructor(
    readonly authority: CertificateAuthority,
    private readonly log: FakeLog,
  ) {
    this.cards = new CardDesk(authority)
  }

  person(givenName: string, familyName: string, nationalId: string): Practitioner {
    const person: Practitioner = {
      id: newId<PractitionerId>(),
      nationalId,
      givenName,
      familyName,
      civility: "Docteur",
      professionCode: "10",
      profession: "Médecin",
      situations: [{ town: "Rennes", structureName: "Maison de santé" }],
      registerStatus: "active",
      registerDate: "2026-11-20",
      source: "register",
      reachable: true,
    }
    this.people.set(person.id, person)
    return person
  }

  me(caller: PractitionerId): Me {
    const practitioner = this.practitioner(caller)
    const accountId = `00000000-${caller.slice(9)}` as AccountId
    return {
      accountId,
      nationalId: practitioner.nationalId,
      roles: ["practitioner"],
      practitioner,
    }
  }

  practitioner(id: PractitionerId): Practitioner {
    const person = this.people.get(id)
    if (!person) throw refuse(404, "practitioner-not-found")
    return person
  }

  search(q: string): Practitioner[] {
    const wanted = q.toLowerCase()
    return [...this.people.values()].filter(({ familyName }) =>
      familyName.toLowerCase().startsWith(wanted),
    )
  }

  /** By RPPS number alone. */
  matches({ rows }: MatchRequest): Matches {
    const items = rows.map(({ rpps }): Match => {
      const person = [...this.people.values()].find(({ nationalId }) => nationalId === `8${rpps}`)
      return person === undefined
        ? { confidence: "none", candidates: [], more: false }
        : { confidence: "certain", candidates: [{ person, reasons: ["rpps"] }], more: false }
    })
    return { items }
  }

  challenge() {
    const challenge = toBase64url(crypto.getRandomValues(new Uint8Array(24)))
    this.#challenges.add(challenge)
    return { challenge, expiresAt: new Date(Date.now() + 300_000).toISOString() }
  }

  async #check(
    label: string,
    { signatureKey, challenge, proof }: { signatureKey: string; challenge: string; proof: string },
  ): Promise<void> {
    if (!this.#challenges.delete(challenge)) throw refuse(400, "challenge-unknown")
    const publicKey = fromBase64url(signatureKey)
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"])
    const signed = utf8(`${label}\n${challenge}\n${signatureKey}`)
    if (!(await crypto.subtle.verify("Ed25519", key, fromBase64url(proof), signed)))
      throw refuse(400, "proof-invalid")
  }

  /** Time passes for one device: its certificate lasts so long from now. */
  async age(id: DeviceId, left: number): Promise<readonly Uint8Array[]> {
    const device = this.devices.get(id)
    if (!device) throw refuse(404, "not-found")
    const notAfter = new Date(Date.now() + left)
    const notBefore = new Date(Math.min(Date.now(), notAfter.getTime()) - 86_400_000)
    const chain = await this.#issue(device.owner, id, device.signatureKey, { notBefore, notAfter })
    const expiresAt = notAfter.toISOString()
    this.devices.set(id, { ...device, expiresAt, certificateChain: chain.map(toBase64url) })
    return chain
  }

  #issue(
    owner: PractitionerId,
    deviceId: DeviceId,
    signatureKey: string,
    period: { notBefore?: Date; notAfter?: Date },
  ) {
    const { nationalId, familyName } = this.practitioner(owner)
    const publicKey = fromBase64url(signatureKey)
    return this.authority.issue({ deviceId, nationalId, name: familyName, publicKey, ...period })
  }

  async renew(
    caller: PractitionerId,
    id: DeviceId,
    body: { challenge: string; proof: string },
  ): Promise<WireDevice> {
    const device = this.devices.get(id)
    if (device?.owner !== caller) throw refuse(404, "not-found")
    if (device.status !== "active") throw refuse(403, "device-revoked")
    const { signatureKey } = device
    await this.#check("liaison-device-renewal-v1", { ...body, signatureKey })
    const chain = await this.#issue(caller, id, signatureKey, {})
    const renewed = {
      ...device,
      expiresAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
      certificateChain: chain.map(toBase64url),
    }
    this.devices.set(id, renewed)
    await this.#tell("renewed", renewed)
    return renewed
  }

  async enrol(
    caller: PractitionerId,
    body: { name: string; signatureKey: string; challenge: string; proof: string },
  ): Promise<WireDevice> {
    await this.#check("liaison-device-enrolment-v1", body)
    const id = newId<DeviceId>()
    const chain = await this.#issue(caller, id, body.signatureKey, {})
    const device = {
      id,
      owner: caller,
      name: body.name,
      signatureKey: body.signatureKey,
      status: "active",
      enrolledAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
      certificateChain: chain.map(toBase64url),
    } as const
    this.devices.set(id, device)
    await this.#tell("bound", device)
    return device
  }

  async revoke(caller: PractitionerId, id: DeviceId): Promise<void> {
    const device = this.devices.get(id)
    if (device?.owner !== caller) throw refuse(404, "device-not-found")
    this.devices.set(id, { ...device, status: "revoked" })
    await this.log.add({ event: "revoked", deviceId: id, practitioner: caller })
  }

  /** The public log hears of it at once; in earnest it takes a second or two. */
  #tell(
    event: "bound" | "renewed",
    { id, owner, signatureKey }: WireDevice & { readonly owner: PractitionerId },
  ): Promise<void> {
    const { nationalId } = this.practitioner(owner)
    return this.log.add({
      event,
      deviceId: id,
      practitioner: owner,
      nationalId,
      signatureKey: fromBase64url(signatureKey),
    })
  }

  owned(caller: PractitionerId): readonly WireDevice[] {
    return [...this.devices.values()].filter(({ owner }) => owner === caller)
  }

  activeDevices(practitioner: PractitionerId): readonly DeviceId[] {
    return [...this.devices.values()]
      .filter(({ owner, status }) => owner === practitioner && status === "active")
      .map(({ id }) => id)
  }
}
