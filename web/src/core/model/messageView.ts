import type {
  Message,
  MessageBody,
  OutgoingState,
  PersonProgress,
  TimelineItem,
} from "../conversation"
import type { AttachmentId, DeviceId, MessageId, PractitionerId } from "../ids"
import { isMissed } from "../sync/missed"
import type { StoredConversation, StoredItem, StoredMessage, StoredOutgoing } from "../store/tables"

export type UploadState = { readonly sent: number; readonly total: number }

/** A stored item as screens show it; own messages get their state from the receipts. */
export function viewItem(
  item: StoredItem,
  conversation: StoredConversation,
  self: PractitionerId,
): TimelineItem {
  if (item.kind === "roster") return item
  const { content, ...rest } = item
  const body = viewContent(content)
  const situation = "situation" in content ? content.situation : undefined
  if (!item.own) return { ...rest, body, situation }
  const progress = progressOf(item, conversation, self)
  return { ...rest, body, situation, progress, state: stateOf(progress) }
}

/** A message still in the outbox. */
export function viewOutgoing(
  outgoing: StoredOutgoing,
  self: PractitionerId,
  device: DeviceId,
  upload: UploadState | undefined,
): Message {
  return {
    kind: "message",
    id: outgoing.id,
    conversationId: outgoing.conversationId,
    sequence: outgoing.acceptedAs,
    sender: self,
    senderDevice: device,
    own: true,
    at: outgoing.writtenAt,
    priority: outgoing.priority,
    body: viewDraft(outgoing),
    situation: outgoing.content.situation,
    state: outgoingState(outgoing, upload),
    progress: [],
  }
}

function outgoingState(outgoing: StoredOutgoing, upload: UploadState | undefined): OutgoingState {
  if (outgoing.failure) return { kind: "failed", cause: outgoing.failure }
  if (outgoing.acceptedAs !== undefined) return { kind: "sent" }
  if (upload && outgoing.content.type === "photo-to-upload") return { kind: "uploading", ...upload }
  return { kind: "queued" }
}

function viewContent(content: StoredMessage["content"]): MessageBody {
  switch (content.type) {
    case "text":
      return { kind: "text", text: content.text }
    case "photo":
      return { kind: "photo", photo: content.photo, caption: content.caption }
    case "document":
      return { kind: "document", document: content.document, caption: content.caption }
    case "unavailable":
      return { kind: "unavailable", cause: content.cause }
  }
}

/** A photo under way has no id yet; screens show its preview, or the bytes they gave us. */
function viewDraft({ content, id }: StoredOutgoing): MessageBody {
  if (content.type !== "photo-to-upload") return viewContent(content)
  const photo = { ...content.photo, id: localPhotoId(id) }
  return { kind: "photo", photo, caption: content.caption }
}

/** Stands for the attachment's id until the server gave one. */
export function localPhotoId(id: MessageId) {
  return id as string as AttachmentId
}

/** Per person, the best any of their devices reached. Only those who were there when it was sent. */
function progressOf(
  message: StoredMessage,
  conversation: StoredConversation,
  self: PractitionerId,
): readonly PersonProgress[] {
  const people = new Set(
    conversation.members.map((m) => m.practitionerId).filter((person) => person !== self),
  )
  return [...people].map((practitionerId) => {
    const receipts = conversation.receipts.filter((r) => r.practitionerId === practitionerId)
    const reached = (of: (r: (typeof receipts)[number]) => number) =>
      receipts.some(
        (receipt) =>
          of(receipt) >= message.sequence &&
          !isMissed(conversation, receipt.deviceId, message.sequence),
      )
    if (reached((r) => r.readUpTo)) return { practitionerId, state: "read" }
    return { practitionerId, state: reached((r) => r.deliveredUpTo) ? "delivered" : "sent" }
  })
}

function stateOf(progress: readonly PersonProgress[]): OutgoingState {
  const of = progress.length
  const read = progress.filter(({ state }) => state === "read").length
  const delivered = progress.filter(({ state }) => state !== "sent").length
  if (read > 0) return { kind: "read", count: read, of }
  return delivered > 0 ? { kind: "delivered", count: delivered, of } : { kind: "sent" }
}
