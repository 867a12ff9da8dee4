import { put, remove, type Change } from "../store/store"
import {
  outboxKey,
  type PhotoToUpload,
  type StoredConversation,
  type StoredOutgoing,
} from "../store/tables"
import type { SyncContext } from "./context"

/** The conversation that this one goes on in, once this device can write there. */
export async function successorOf(
  { store }: SyncContext,
  { id, succeededBy }: StoredConversation,
): Promise<StoredConversation | undefined> {
  if (succeededBy === undefined) return undefined
  const successor = await store.read("conversation", succeededBy)
  return successor?.active === true && successor.succeeds === id ? successor : undefined
}

/**
 * A message that was not accepted goes on in the successor, at its place in the order of writing, to be
 * encrypted and its photo uploaded anew. Where somebody else reads, it waits for its author's word.
 */
export function moved(
  outgoing: StoredOutgoing,
  old: StoredConversation,
  successor: StoredConversation,
): readonly Change[] {
  const content = unsent(outgoing)
  const readers = new Set(old.members.map(({ nationalId }) => nationalId))
  const stranger = successor.members.some(({ nationalId }) => !readers.has(nationalId))
  const next: StoredOutgoing = {
    ...outgoing,
    conversationId: successor.id,
    content: content ?? outgoing.content,
    sealed: undefined,
    encrypted: undefined,
    failure: content ? (outgoing.failure ?? (stranger ? "refused" : undefined)) : "attachment-lost",
  }
  return [remove("outbox", outboxKey(outgoing)), put("outbox", outboxKey(next), next)]
}

/** Attachments belong to one conversation: back to the sealed bytes, as long as they are here. */
function unsent({ content, sealed }: StoredOutgoing): StoredOutgoing["content"] | undefined {
  switch (content.type) {
    case "text":
      return content
    case "photo-to-upload":
      return { ...content, uploadId: undefined }
    case "photo": {
      if (!sealed) return undefined
      const { id, sentAt, situation, caption } = content
      const { key, sha256, size, mediaType, width, height, preview } = content.photo
      const draft: PhotoToUpload = {
        type: "photo-to-upload",
        id,
        sentAt,
        situation,
        photo: { key, sha256, size, mediaType, width, height, preview },
        caption,
        ciphertext: sealed,
      }
      return draft
    }
    default:
      return undefined
  }
}
