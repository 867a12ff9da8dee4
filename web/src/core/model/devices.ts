import type { DirectoryApi } from "../api/directoryApi"
import type { WireDevice } from "../api/wire"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { hex, sha256, utf8 } from "../encoding/bytes"
import type { DeviceId, PractitionerId } from "../ids"
import { generateDeviceKey, signWithDeviceKey } from "../mls/deviceKey"
import { Trust } from "../mls/trust"
import { CoreError } from "../coreError"
import type { Device, Me } from "../people"
import { put, type Store } from "../store/store"
import type { StoredDevice } from "../store/tables"

const LABEL = "liaison-device-enrolment-v1"

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
  const signed = utf8(`${LABEL}\n${challenge}\n${signatureKey}`)
  const proof = toBase64url(await signWithDeviceKey(key, signed))
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

/** The directory's record as the devices page shows it. */
export async function viewDevice(wire: WireDevice, current: DeviceId | undefined): Promise<Device> {
  const digest = hex(await sha256(fromBase64url(wire.signatureKey)))
  return {
    id: wire.id,
    name: wire.name,
    status: wire.status,
    enrolledAt: wire.enrolledAt,
    expiresAt: wire.expiresAt,
    fingerprint: (digest.slice(0, 32).match(/.{4}/g) ?? []).join(" "),
    current: wire.id === current,
  }
}
