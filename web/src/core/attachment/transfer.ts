import type { Http } from "../api/http"
import type { AttachmentReference, DocumentReference } from "../content/content"
import { CoreError } from "../coreError"
import { concat, randomBytes, sameBytes, sha256, view, type Bytes } from "../encoding/bytes"
import type { AttachmentId, ConversationId } from "../ids"
import {
  CHUNK,
  chunkCount,
  importKey,
  openChunk,
  SEALED_CHUNK,
  sealAll,
  sealedLength,
} from "./chunks"
import { padmeLength } from "./padding"
import { TusUpload, type UploadProgress } from "./tusUpload"

/** Chunks asked for in one range request: 1 MiB. */
const CHUNKS_PER_RANGE = 16

export type SealedAttachment = {
  readonly key: Bytes
  readonly sha256: Bytes
  readonly ciphertext: Bytes
}

/** Moves encrypted attachments to and from the attachment-service, which sees neither key nor size. */
export class AttachmentTransfer {
  readonly #tus: TusUpload

  constructor(private readonly http: Http) {
    this.#tus = new TusUpload(http)
  }

  async seal(plaintext: Uint8Array): Promise<SealedAttachment> {
    const key = randomBytes(32)
    const padded = new Uint8Array(padmeLength(plaintext.length))
    padded.set(plaintext)
    return { key, sha256: await sha256(plaintext), ciphertext: await sealAll(key, padded) }
  }

  upload(
    conversation: ConversationId,
    ciphertext: Uint8Array,
    progress: UploadProgress,
  ): Promise<AttachmentId> {
    return this.#tus.upload(conversation, view(ciphertext), progress)
  }

  /** The whole plaintext. Rejects with `integrity` unless every byte is what the sender attached. */
  async download(
    reference: AttachmentReference | DocumentReference,
    signal?: AbortSignal,
  ): Promise<Bytes> {
    const padded = padmeLength(reference.size)
    const count = chunkCount(padded)
    const key = await importKey(reference.key)
    const parts: Bytes[] = []
    for (let first = 0; first < count; first += CHUNKS_PER_RANGE) {
      const end = Math.min(first + CHUNKS_PER_RANGE, count)
      const from = first * SEALED_CHUNK
      const to = Math.min(end * SEALED_CHUNK, sealedLength(padded))
      const bytes = await this.#range(reference.id, from, to, signal)
      for (let i = first; i < end; i++) {
        const offset = (i - first) * SEALED_CHUNK
        const sealed = bytes.subarray(offset, offset + SEALED_CHUNK)
        parts.push(await opened(key, sealed, i, i === count - 1))
      }
    }
    const plaintext = view(concat(...parts).subarray(0, reference.size))
    if (!sameBytes(await sha256(plaintext), reference.sha256)) throw new CoreError("integrity")
    return plaintext
  }

  async #range(id: AttachmentId, from: number, to: number, signal?: AbortSignal): Promise<Bytes> {
    const response = await this.http.send("attachment", `/v1/attachments/${id}`, {
      headers: { Range: `bytes=${from}-${to - 1}` },
      signal,
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    // A server may answer the whole instead of the range.
    return response.status === 206 ? bytes : view(bytes.subarray(from, to))
  }
}

async function opened(
  key: CryptoKey,
  sealed: Uint8Array,
  index: number,
  last: boolean,
): Promise<Bytes> {
  try {
    const chunk = await openChunk(key, sealed, index, last)
    if (!last && chunk.length !== CHUNK) throw new CoreError("integrity")
    return chunk
  } catch (cause) {
    throw new CoreError("integrity", { cause })
  }
}
