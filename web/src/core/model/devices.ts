import type { DirectoryApi } from "../api/directoryApi"
import type { WireDevice } from "../api/wire"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { hex, sha256, utf8 } from "../encoding/bytes"
import type { DeviceId, PractitionerId } from "../ids"
import { parseCertificate } from "../mls/certificate"
import { generateDeviceKey, signWithDeviceKey, type DeviceKey } from "../mls/deviceKey"
import { Trust } from "../mls/trust"
import { CoreError } from "../coreError"
import type { Device, Me } from "../people"
import { put, type Store } from "../store/store"
import type { StoredDevice } from "../store/tables"

const TO_ENROL = "liaison-device-enrolment-v1"
const TO_RENEW = "liaison-device-renewal-v1"
/** A third of what a certificate usually lasts; who is away for longer renews on return. */
const RENEW_BEFORE_MS = 30 * 86_400_000

/**
 * Makes this browser's key, proves it to the directory and stores the certificate. What the directory
 * answers is checked like anybody else's certificate before it is used.
 */
export async function enrolDevice(
  directory: DirectoryApi,
  store: Store,
  name: string,
  me: Me & { readonly practitioner: { readonly id: PractitionerId } },
): Promise<StoredDevice> {
  const key = await generateDeviceKey()
  const { challenge } = await directory.challenge()
  const signatureKey = toBase64url(key.publicKey)
  const proof = await prove(key, TO_ENROL, challenge)
  const enrolled = await directory.enrol({ name, signatureKey, challenge, proof })
  const rootCertificate = fromBase64url(await directory.trustAnchor())
  const certificateChain = enrolled.certificateChain.map(fromBase64url)
  const identity = await new Trust(rootCertificate).identify(
    certificateChain,
    key.publicKey,
    new Date(),
  )
  if (identity?.deviceId !== enrolled.id || identity.nationalId !== me.nationalId)
    throw new CoreError("integrity")
  const device = {
    id: enrolled.id,
    practitionerId: me.practitioner.id,
    certificateChain,
    rootCertificate,
    me,
  }
  await store.saveDeviceKey(key)
  await store.write([put("device", "self", device)])
  return device
}

/**
 * A new certificate of the same key, in time, as soon as we are back or when the person's number
 * changed; checked like the first one and then used from the next workspace on. False when the
 * present one lasts long enough.
 */
export async function renewCertificate(
  directory: DirectoryApi,
  store: Store,
  me: Me,
  now: Date,
): Promise<boolean> {
  const [device, key] = [await store.read("device", "self"), await store.deviceKey()]
  const own = device?.certificateChain[0]
  if (!device || !key || !own) return false
  const { notAfter, nationalId } = parseCertificate(own)
  const lasts = notAfter.getTime() - now.getTime() > RENEW_BEFORE_MS
  if (lasts && nationalId === me.nationalId) return false
  const { challenge } = await directory.challenge()
  const proof = await prove(key, TO_RENEW, challenge)
  const renewed = await directory.renew(device.id, { challenge, proof })
  const certificateChain = renewed.certificateChain.map(fromBase64url)
  const trust = new Trust(device.rootCertificate)
  const identity = await trust.identify(certificateChain, key.publicKey, now)
  if (identity?.deviceId !== device.id || identity.nationalId !== me.nationalId)
    throw new CoreError("integrity")
  await store.write([put("device", "self", { ...device, certificateChain, me })])
  return true
}

async function prove(key: DeviceKey, label: string, challenge: string): Promise<string> {
  const signed = utf8(`${label}\n${challenge}\n${toBase64url(key.publicKey)}`)
  return toBase64url(await signWithDeviceKey(key, signed))
}

/** The directory's record as the devices page shows it. */
export async function viewDevice(wire: WireDevice, current: DeviceId | undefined): Promise<Device> {
  const digest = hex(await sha256(fromBase64url(wire.signatureKey)))
  return {
    id: wire.id,
    name: wire.name,
    status: wire.status,
    enrolledAt: wire.enrolledAt,
    expiresAt: wire.expiresAt,
    ...(wire.lastUsedOn !== undefined && { lastUsedOn: wire.lastUsedOn }),
    fingerprint: (digest.slice(0, 32).match(/.{4}/g) ?? []).join(" "),
    current: wire.id === current,
  }
}
