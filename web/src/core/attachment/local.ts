import type { AttachmentReference } from "../content/content"
import { concat, view, type Bytes } from "../encoding/bytes"
import type { Store } from "../store/store"
import { chunkCount, importKey, openChunk, SEALED_CHUNK } from "./chunks"
import { padmeLength } from "./padding"

/** A photo that still waits in the outbox, opened from there; it goes by its message's id. */
export async function openLocal(
  store: Store,
  reference: AttachmentReference,
): Promise<Bytes | undefined> {
  const waiting = (await store.list("outbox")).map(([, outgoing]) => outgoing)
  const content = waiting.find(({ id }) => id === (reference.id as string))?.content
  if (content?.type !== "photo-to-upload") return undefined
  const key = await importKey(content.photo.key)
  const count = chunkCount(padmeLength(content.photo.size))
  const parts: Bytes[] = []
  for (let i = 0; i < count; i++) {
    const sealed = content.ciphertext.subarray(i * SEALED_CHUNK, (i + 1) * SEALED_CHUNK)
    parts.push(await openChunk(key, sealed, i, i === count - 1))
  }
  return view(concat(...parts).subarray(0, content.photo.size))
}
