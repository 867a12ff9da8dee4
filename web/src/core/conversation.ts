import type { AttachmentReference, DocumentReference } from "./content/content"
import type { ConversationId, DeviceId, MessageId, PractitionerId } from "./ids"
import type { Observable } from "./observable"
import type { Practitioner } from "./people"

export type Priority = "routine" | "urgent"

/** A person in a conversation; `practitioner` fills in once the directory answered (or from the local store). */
export type Member = {
  readonly practitionerId: PractitionerId
  readonly practitioner?: Practitioner
  readonly me: boolean
  readonly deviceCount: number
  /** Devices among them whose key is not in the public log although it should be. */
  readonly unprovenDevices?: number
}

/** Why an outgoing message was given up. `retry` is possible for all but `attachment-refused`. */
export type FailureCause =
  | "expired" // in the outbox for more than 24 h
  | "refused" // the server said no (no longer a member, priority not allowed...)
  | "attachment-refused" // too big or not storable
  | "attachment-lost" // the conversation was renewed, and the photo is not here any more
  | "no-recipient" // nobody in the conversation has a usable device

/**
 * States of an outgoing message. They only move forward (`failed` may go back to `queued` by retry).
 * Counts are persons, me excluded; a person counts once any of their devices did it.
 */
export type OutgoingState =
  | { readonly kind: "queued" } // in the encrypted outbox, no answer yet
  | { readonly kind: "uploading"; readonly sent: number; readonly total: number } // photo on its way
  | { readonly kind: "sent" } // server answered 2xx: stored for good
  | { readonly kind: "delivered"; readonly count: number; readonly of: number }
  | { readonly kind: "read"; readonly count: number; readonly of: number }
  | { readonly kind: "failed"; readonly cause: FailureCause }

/** Why an incoming message cannot be shown. */
export type UnavailableCause =
  | "undecryptable" // damaged, or keys no longer there
  | "unknown-format" // written by a newer version of Liaison

export type MessageBody =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "photo"; readonly photo: AttachmentReference; readonly caption?: string }
  | { readonly kind: "document"; readonly document: DocumentReference; readonly caption?: string }
  | { readonly kind: "unavailable"; readonly cause: UnavailableCause }

/** How one person stands to one outgoing message (for the details panel). */
export type PersonProgress = {
  readonly practitionerId: PractitionerId
  readonly state: "sent" | "delivered" | "read"
}

export type Message = {
  readonly kind: "message"
  readonly id: MessageId
  readonly conversationId: ConversationId
  /** Absent until the server accepted it. Order of the timeline; queued ones come last. */
  readonly sequence?: number
  readonly sender: PractitionerId
  readonly senderDevice: DeviceId
  readonly own: boolean
  /** RFC 3339: time of acceptance by the server, or of writing while not accepted. */
  readonly at: string
  readonly priority: Priority
  readonly body: MessageBody
  /** The `structureId` the author says to write from; to be shown only if it is one of theirs. */
  readonly situation?: string
  /** Present on own messages only. */
  readonly state?: OutgoingState
  readonly progress?: readonly PersonProgress[]
}

/** A change of the group, shown as a line between messages. */
export type RosterChange = {
  readonly kind: "roster"
  readonly id: string
  readonly sequence: number
  readonly at: string
  readonly by: PractitionerId
  readonly joined: readonly PractitionerId[]
  readonly left: readonly PractitionerId[]
  /** Devices that came or went of persons who stay. */
  readonly devicesAdded: readonly {
    readonly practitionerId: PractitionerId
    readonly deviceId: DeviceId
  }[]
  readonly devicesRemoved: readonly {
    readonly practitionerId: PractitionerId
    readonly deviceId: DeviceId
  }[]
  /** Devices that lost their keys and came back in, of persons who stay. */
  readonly devicesResynced?: readonly {
    readonly practitionerId: PractitionerId
    readonly deviceId: DeviceId
  }[]
  /**
   * What the change means on this very device: `new-device` nothing from before is readable here,
   * `resynced` it lost its keys and messages may be missing before this line.
   */
  readonly here?: "new-device" | "resynced"
}

export type TimelineItem = Message | RosterChange

/** A row of the list. */
export type ConversationSummary = {
  readonly id: ConversationId
  readonly kind: "direct" | "group"
  readonly members: readonly Member[]
  /** Who was in and is no more: only to name who wrote what is still to be read. */
  readonly former?: readonly Member[]
  readonly unread: number
  readonly unreadUrgent: number
  /** Own messages in `failed`. */
  readonly failed: number
  readonly last?: TimelineItem
  readonly draft?: string
  /** Time of the last item, or of creation; the list is sorted by it, newest first. */
  readonly at: string
  /** False once this device was removed: history stays readable, nothing can be sent. */
  readonly active: boolean
  /** It is being made again with the same people: what is written waits until then. */
  readonly renewing?: boolean
  /** It goes on from this one, whose messages are read there. Its unread ones count here too. */
  readonly previous?: { readonly id: ConversationId; readonly unread: number }
  /** It goes on there: only to be read. */
  readonly next?: ConversationId
  /** Who may change its members. Empty between two persons. */
  readonly admins?: readonly PractitionerId[]
  /** Whether I may have it made again: an administrator, or either of two persons. */
  readonly renewable?: boolean
}

export type ConversationList = {
  readonly items: readonly ConversationSummary[]
  /** Those that go on in another one of the list. */
  readonly previous?: readonly ConversationSummary[]
  /** False until the local store was read (paint a skeleton only then). */
  readonly loaded: boolean
}

export type Timeline = {
  readonly conversation: ConversationSummary
  /** Oldest first. A window: `loadOlder()` extends it upwards. */
  readonly items: readonly TimelineItem[]
  readonly hasOlder: boolean
  /** First unread sequence when the conversation was opened (the "new messages" line). */
  readonly unreadFrom?: number
}

/** What the screen hands over: already re-encoded, without EXIF or GPS. */
export type PhotoDraft = {
  readonly bytes: Uint8Array
  readonly mediaType: "image/jpeg" | "image/webp" | "image/png"
  readonly width: number
  readonly height: number
  /** A tiny image (at most 1 KiB, same media type family), shown blurred until the photo is there. */
  readonly preview?: Uint8Array
  readonly caption?: string
}

export type SendOptions = {
  readonly priority?: Priority
  /** The `structureId` of the place one writes from. */
  readonly situation?: string
}

/** One open conversation. Close it when the screen leaves. */
export interface OpenConversation {
  readonly id: ConversationId
  /** `undefined` while the first page is read from the local store. */
  readonly timeline: Observable<Timeline | undefined>
  /** Queues and answers as soon as the message is safe in the encrypted outbox. Text is at most 10,000 characters. */
  sendText(text: string, options?: SendOptions): Promise<MessageId>
  sendPhoto(photo: PhotoDraft, options?: SendOptions): Promise<MessageId>
  /** Puts a failed message back into the outbox. */
  retry(message: MessageId): Promise<void>
  /** Removes a message that was never accepted. */
  discard(message: MessageId): Promise<void>
  /** Call when a message was fully visible in a focused window for 1 s. Coalesced, only moves forward. */
  markRead(upTo: number): void
  /** Kept encrypted per conversation; an empty text removes it. Debounced by the core. */
  saveDraft(text: string): void
  loadOlder(): Promise<void>
  close(): void
}

/** Everything about conversations. Needs a session in state `ready`. */
export interface Conversations {
  readonly list: Observable<ConversationList>
  /** The one-to-one conversation with this person, made if there is none yet. Offline: rejects with `offline`. */
  openDirect(practitioner: PractitionerId): Promise<ConversationId>
  /** A group of these people and me. */
  createGroup(practitioners: readonly PractitionerId[]): Promise<ConversationId>
  addMembers(conversation: ConversationId, practitioners: readonly PractitionerId[]): Promise<void>
  /** Removes all devices of the person. */
  removeMember(conversation: ConversationId, practitioner: PractitionerId): Promise<void>
  /** Makes the conversation again with the same people. Needs an administrator, or either of two persons. */
  renew(conversation: ConversationId): Promise<void>
  open(conversation: ConversationId): OpenConversation
  /** Downloads and decrypts; checks length and hash. Cached in memory only. */
  photo(reference: AttachmentReference, signal?: AbortSignal): Promise<Blob>
  /** The same for a file of any kind; not cached, typed so that no browser runs it. */
  document(reference: DocumentReference): Promise<Blob>
}
