import { view, type Bytes } from "../encoding/bytes"

/**
 * The Ed25519 key of this device. The private half is a non-extractable CryptoKey: it can be stored
 * by structured clone and used for signing, but nobody, not even this code, can read it out.
 */
export type DeviceKey = {
  readonly publicKey: Bytes
  readonly privateKey: CryptoKey
}

export async function generateDeviceKey(): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))
  return { publicKey, privateKey: pair.privateKey }
}

export async function signWithDeviceKey(key: DeviceKey, message: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("Ed25519", key.privateKey, view(message)))
}
