import { beforeAll, describe, expect, it } from "vitest"
import { newId, type DeviceId } from "../ids"
import { issueCertificate, nameOf } from "../testing/certificate"
import { CertificateAuthority } from "../testing/certificateAuthority"
import { generateDeviceKey, type DeviceKey } from "./deviceKey"
import { Trust } from "./trust"

const DAY = 86_400_000
const now = () => new Date()
let authority: CertificateAuthority
let key: DeviceKey
const deviceId = newId<DeviceId>()

beforeAll(async () => {
  authority = await CertificateAuthority.create()
  key = await generateDeviceKey()
})

function issue(overrides: Partial<Parameters<CertificateAuthority["issue"]>[0]> = {}) {
  return authority.issue({
    deviceId,
    nationalId: "810000000001",
    name: "Anne LEROY",
    publicKey: key.publicKey,
    ...overrides,
  })
}

describe("the authentication service", () => {
  it("names the device, person and national id of a certified key", async () => {
    const identity = await authority.trust().identify(await issue(), key.publicKey, now())
    expect(identity).toMatchObject({
      deviceId,
      nationalId: "810000000001",
      name: "Anne LEROY",
    })
  })

  it("refuses a key other than the certified one", async () => {
    const other = await generateDeviceKey()
    expect(await authority.trust().identify(await issue(), other.publicKey, now())).toBeUndefined()
  })

  it("judges the period at the asked moment, and not at all for members who were there", async () => {
    const expired = await issue({
      notBefore: new Date(Date.now() - 10 * DAY),
      notAfter: new Date(Date.now() - DAY),
    })
    const trust = authority.trust()
    expect(await trust.identify(expired, key.publicKey, now())).toBeUndefined()
    const before = new Date(Date.now() - 5 * DAY)
    expect(await trust.identify(expired, key.publicKey, before)).toBeDefined()
    expect(await trust.identify(expired, key.publicKey, "ever")).toBeDefined()
  })

  it("refuses another authority, a missing link and a changed byte", async () => {
    const chain = await issue()
    const other = await CertificateAuthority.create()
    expect(await other.trust().identify(chain, key.publicKey, now())).toBeUndefined()
    const leafOnly = chain.slice(0, 1)
    expect(await authority.trust().identify(leafOnly, key.publicKey, now())).toBeUndefined()
    expect(await authority.trust().identify([], key.publicKey, now())).toBeUndefined()
    const leaf = chain[0]?.slice() ?? new Uint8Array()
    leaf[leaf.length - 1] = (leaf[leaf.length - 1] ?? 0) ^ 1
    const changed = [leaf, ...chain.slice(1)]
    expect(await authority.trust().identify(changed, key.publicKey, now())).toBeUndefined()
    const garbage = [crypto.getRandomValues(new Uint8Array(300)), ...chain.slice(1)]
    expect(await authority.trust().identify(garbage, key.publicKey, now())).toBeUndefined()
  })

  it("refuses a device that signs certificates for others", async () => {
    const chain = await issue()
    const victim = await generateDeviceKey()
    const name = nameOf(["2.5.4.3", "Anne LEROY"], ["2.5.4.5", "810000000001"])
    const forged = await issueCertificate({
      subject: nameOf(["2.5.4.3", "Minh NGUYEN"], ["2.5.4.5", "810000000002"]),
      issuer: name,
      signingKey: key.privateKey,
      publicKey: await crypto.subtle.importKey("raw", victim.publicKey, "Ed25519", true, [
        "verify",
      ]),
      notBefore: new Date(Date.now() - DAY),
      notAfter: new Date(Date.now() + DAY),
      authority: false,
      uri: `urn:liaison:device:${newId<DeviceId>()}`,
    })
    const trust = authority.trust()
    expect(await trust.identify([forged, ...chain], victim.publicKey, now())).toBeUndefined()
  })

  it("refuses a certificate without a proper device id or national id", async () => {
    const trust = authority.trust()
    const odd = await issue({ deviceId: "not-a-uuid" })
    expect(await trust.identify(odd, key.publicKey, now())).toBeUndefined()
    const nameless = await issue({ nationalId: "" })
    expect(await trust.identify(nameless, key.publicKey, now())).toBeUndefined()
  })

  it("cannot be made of something that is no certificate", () => {
    expect(() => new Trust(new Uint8Array(10))).toThrow()
  })
})
