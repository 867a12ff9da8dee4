import type { WireDevice } from "../api/wire"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { utf8 } from "../encoding/bytes"
import { newId, type AccountId, type DeviceId, type PractitionerId } from "../ids"
import type { Me, Practitioner } from "../people"
import type { CertificateAuthority } from "./certificateAuthority"
import { refuse } from "./refusal"

/** The directory-service's protocol in memory: people, enrolment with proof of possession, revocation. */
export class FakeDirectory {
  readonly people = new Map<PractitionerId, Practitioner>()
  readonly devices = new Map<DeviceId, WireDevice & { readonly owner: PractitionerId }>()
  readonly #challenges = new Set<string>()

  constructor(readonly authority: CertificateAuthority) {}

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

  challenge() {
    const challenge = toBase64url(crypto.getRandomValues(new Uint8Array(24)))
    this.#challenges.add(challenge)
    return { challenge, expiresAt: new Date(Date.now() + 300_000).toISOString() }
  }

  async enrol(
    caller: PractitionerId,
    body: { name: string; signatureKey: string; challenge: string; proof: string },
  ): Promise<WireDevice> {
    if (!this.#challenges.delete(body.challenge)) throw refuse(400, "challenge-unknown")
    const publicKey = fromBase64url(body.signatureKey)
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"])
    const signed = utf8(`liaison-device-enrolment-v1\n${body.challenge}\n${body.signatureKey}`)
    if (!(await crypto.subtle.verify("Ed25519", key, fromBase64url(body.proof), signed)))
      throw refuse(400, "proof-invalid")
    const { nationalId, familyName } = this.practitioner(caller)
    const id = newId<DeviceId>()
    const chain = await this.authority.issue({
      deviceId: id,
      nationalId,
      name: familyName,
      publicKey,
    })
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
    return device
  }

  revoke(caller: PractitionerId, id: DeviceId): void {
    const device = this.devices.get(id)
    if (device?.owner !== caller) throw refuse(404, "device-not-found")
    this.devices.set(id, { ...device, status: "revoked" })
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
