import { settled } from "../attachment/settled"
import type { Content } from "../content/content"
import type { MessageId } from "../ids"
import { put } from "../store/store"
import { outboxKey, type StoredOutgoing } from "../store/tables"
import type { SyncContext } from "./context"

/**
 * The content to encrypt: a photo is uploaded first, and then known by its id. Its sealed bytes stay
 * until the message is in the log, since an attachment belongs to one conversation.
 */
export async function uploaded(
  context: SyncContext,
  outgoing: StoredOutgoing,
  onSent: (id: MessageId, sent: number, total: number) => void,
): Promise<Content> {
  if (outgoing.content.type !== "photo-to-upload") return outgoing.content
  const draft = outgoing.content
  const store = (change: Partial<StoredOutgoing>) =>
    context.store.write([put("outbox", outboxKey(outgoing), { ...outgoing, ...change })])
  const attachment = await settled(context, () =>
    context.attachments.upload(outgoing.conversationId, draft.ciphertext, {
      known: draft.uploadId,
      onCreated: (uploadId) => store({ content: { ...draft, uploadId } }),
      onSent: (sent, total) => onSent(outgoing.id, sent, total),
    }),
  )
  const { id, sentAt, situation, caption } = draft
  const photo = { ...draft.photo, id: attachment }
  const content: Content = { type: "photo", id, sentAt, situation, photo, caption }
  await store({ content, sealed: draft.ciphertext })
  return content
}
