import { concat, utf8, view, type Bytes } from "../encoding/bytes"

/**
 * Chunked AES-256-GCM, specified in docs/content-format.md. Any chunk can be opened alone; a missing,
 * moved, repeated or cut-off chunk does not open.
 */
export const CHUNK = 65_536
const TAG = 16
export const SEALED_CHUNK = CHUNK + TAG

const CONTEXT = utf8("liaison-attachment-v1")

/** Chunks of a plaintext of `size` bytes; an empty one still has one, which proves its end. */
export function chunkCount(size: number): number {
  return Math.max(1, Math.ceil(size / CHUNK))
}

export function sealedLength(size: number): number {
  return size + chunkCount(size) * TAG
}

export async function importKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", view(key), "AES-GCM", false, ["encrypt", "decrypt"])
}

export async function sealAll(key: Uint8Array, plaintext: Uint8Array): Promise<Bytes> {
  const imported = await importKey(key)
  const count = chunkCount(plaintext.length)
  const sealed: Uint8Array[] = []
  for (let i = 0; i < count; i++) {
    const chunk = view(plaintext.subarray(i * CHUNK, (i + 1) * CHUNK))
    const opened = await crypto.subtle.encrypt(parameters(i, i === count - 1), imported, chunk)
    sealed.push(new Uint8Array(opened))
  }
  return concat(...sealed)
}

/** Throws when the chunk is not exactly the `index`th, or its place at the end is not `last`. */
export async function openChunk(
  key: CryptoKey,
  sealed: Uint8Array,
  index: number,
  last: boolean,
): Promise<Bytes> {
  const opened = await crypto.subtle.decrypt(parameters(index, last), key, view(sealed))
  return new Uint8Array(opened)
}

/** Nonce: chunk number in 11 bytes, then 1 for the last chunk. A key encrypts one attachment only. */
function parameters(index: number, last: boolean): AesGcmParams {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(7, index)
  iv[11] = last ? 1 : 0
  return { name: "AES-GCM", iv, additionalData: CONTEXT }
}
