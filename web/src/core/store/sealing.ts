import { concat, randomBytes, utf8, view, type Bytes } from "../encoding/bytes"

const NONCE = 12

/** AES-256-GCM under a random nonce; the record's path is authenticated, so records cannot be swapped. */
export async function seal(key: CryptoKey, path: string, plaintext: Uint8Array): Promise<Bytes> {
  const iv = randomBytes(NONCE)
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: utf8(path) },
    key,
    view(plaintext),
  )
  return concat(iv, new Uint8Array(sealed))
}

export async function open(key: CryptoKey, path: string, sealed: Uint8Array): Promise<Bytes> {
  const opened = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: view(sealed.subarray(0, NONCE)), additionalData: utf8(path) },
    key,
    view(sealed.subarray(NONCE)),
  )
  return new Uint8Array(opened)
}
