import type { AttachmentReference, Content } from "../content/content"
import type { Contact } from "../contacts"
import type { FailureCause, Priority, RosterChange, UnavailableCause } from "../conversation"
import type { AttachmentId, ConversationId, DeviceId, MessageId, PractitionerId } from "../ids"
import type { Me, Practitioner } from "../people"

/** What the local store holds: table name to value. Keys are described at each. */
export type Tables = {
  /** One record, key `self`: who this browser is. Absent until enrolled. */
  readonly device: StoredDevice
  /** Key: conversation id. */
  readonly group: StoredGroup
  /** Key: conversation id. A commit sent or about to be, not yet seen in the log. */
  readonly commit: StoredCommit
  /** Key: conversation id. An external commit sent or about to be, whose answer we have not seen. */
  readonly join: StoredJoin
  /** Key: conversation id. */
  readonly conversation: StoredConversation
  /** Key: conversation id / sequence, see `itemKey`. */
  readonly item: StoredItem
  /** Key: conversation id / order of writing / message id, see `outboxKey`. */
  readonly outbox: StoredOutgoing
  /** Key: conversation id. */
  readonly draft: { readonly text: string }
  /** Key: KeyPackageRef in hex. */
  readonly keyPackage: StoredKeyPackage
  /** Key: practitioner id. Last known directory entry. */
  readonly person: Practitioner
  /** Key: practitioner id. */
  readonly card: StoredCard
  /** Key: practitioner id. Correspondents that the person chose to keep. */
  readonly contact: Contact
  /** One record, key `stream`: the server's resume token. */
  readonly cursor: { readonly resume: string }
  /** Key: device id. What the public log says of its key. */
  readonly binding: StoredBinding
  /** One record, key `self`: the log's key as first seen, and the newest tree it signed. */
  readonly log: StoredLog
  /** Key: conversation id. Deferred receipts. */
  readonly receipt: { readonly readUpTo: number }
}

export type StoredDevice = {
  readonly id: DeviceId
  readonly practitionerId: PractitionerId
  readonly certificateChain: readonly Uint8Array[]
  /** The pinned trust anchor, as first seen at enrolment. */
  readonly rootCertificate: Uint8Array
  /** Who enrolled it, as known then. */
  readonly me: Me
}

/** As the directory signed it, so that it can be verified again. */
export type StoredCard = {
  readonly jws: string
  /** By the clock of this device, in milliseconds; absent on cards kept by former versions. */
  readonly keptAt?: number
  /** What was seen before it changed. */
  readonly former?: string
}

export type StoredBinding = {
  readonly nationalId: string
  readonly keySha256: string
  /**
   * `open` not found yet; `unlogged` not found in time; `refuted` the answer proved nothing or the
   * contrary; `forged` a second key under the id of a device.
   */
  readonly standing: "open" | "unlogged" | "refuted" | "forged" | "logged" | "revoked"
  readonly firstSeen: string
  /** To whom the log says it was bound. */
  readonly practitionerId?: string
  /** When the log last said that it is bound and not revoked. */
  readonly provenAt?: string
}

export type StoredLog = {
  readonly key: string
  readonly seen: { readonly size: number; readonly root: Uint8Array<ArrayBuffer> }
}

export type StoredGroup = {
  /** Empty once broken: such a state is of no use any more, and must encrypt nothing. */
  readonly state: Uint8Array
  /** Sequence of the last log entry that went into the state. */
  readonly cursor: number
  /** The log cannot be followed past the cursor: this device has to re-join. */
  readonly broken: boolean
  /** First message that could not be decrypted: nothing from there on is reported before a re-join. */
  readonly unreadable?: number
  /** The server's removals wait for a commit. */
  readonly held?: boolean
  /** Whose removals this group accepts, pinned when we came in. */
  readonly senders?: Uint8Array
}

export type StoredJoin = {
  readonly commit: Uint8Array
  readonly groupInfo: Uint8Array
  /** State after the commit, adopted when the server has accepted it. */
  readonly next: Uint8Array
}

/** Log entries that a device can never read: those between, both ends excluded. */
export type MissedEntries = {
  readonly deviceId: DeviceId
  readonly after: number
  readonly before: number
}

export type StoredCommit = {
  /** Present when the commit travels with the creation of its conversation. */
  readonly creation?: {
    readonly kind: "direct" | "group"
    readonly groupInfo: Uint8Array
    /** The conversation that this one shall take the place of. */
    readonly succeeds?: ConversationId | undefined
  }
  readonly commit: Uint8Array
  readonly welcome?: Uint8Array
  readonly groupInfo: Uint8Array
  readonly added: readonly StoredMember[]
  /** State after the commit, adopted when the log shows it. */
  readonly next: Uint8Array
  readonly sha256: string
}

export type StoredMember = {
  readonly practitionerId: PractitionerId
  readonly deviceId: DeviceId
  /** As certified: a directory entry with another national id is not this person. */
  readonly nationalId: string
}

export type StoredReceipt = {
  readonly practitionerId: PractitionerId
  readonly deviceId: DeviceId
  readonly deliveredUpTo: number
  readonly readUpTo: number
}

export type StoredConversation = {
  readonly id: ConversationId
  readonly kind: "direct" | "group"
  readonly createdAt: string
  readonly members: readonly StoredMember[]
  /** Everybody who ever was a member, so that old messages keep their author. */
  readonly formerMembers: readonly StoredMember[]
  readonly receipts: readonly StoredReceipt[]
  /** A receipt of a device "up to" a sequence does not speak for these. */
  readonly missed?: readonly MissedEntries[]
  /** When this device re-joined, as far as it counts for the limit. */
  readonly resyncs?: readonly string[]
  /** Own reading position, over all own devices. */
  readonly readUpTo: number
  readonly unread: number
  readonly unreadUrgent: number
  readonly active: boolean
  /** As the server last said; it takes nothing new unless open. */
  readonly state?: "open" | "refounding" | "succeeded"
  readonly succeeds?: ConversationId | undefined
  readonly succeededBy?: ConversationId | undefined
  /** Of a group. */
  readonly admins?: readonly PractitionerId[]
  /** The last commit that could not be processed here, and whether the server was told. */
  readonly report?: { readonly sequence: number; readonly told: boolean }
  /** The newest item, to show the list without reading histories. */
  readonly last?: StoredItem
}

export type StoredMessage = {
  readonly kind: "message"
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly sequence: number
  readonly sender: PractitionerId
  readonly senderDevice: DeviceId
  readonly own: boolean
  readonly at: string
  readonly priority: Priority
  readonly content: Content | { readonly type: "unavailable"; readonly cause: UnavailableCause }
}

export type StoredItem = StoredMessage | RosterChange

/** A message on its way. The steps: photo to upload, content to encrypt, ciphertext to send. */
export type StoredOutgoing = {
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly writtenAt: string
  /** Later ones sort after earlier ones, even within a millisecond. */
  readonly order: string
  readonly priority: Priority
  readonly content: Content | PhotoToUpload
  /** The ciphertext of a photo that is uploaded, in case it has to go elsewhere. */
  readonly sealed?: Uint8Array | undefined
  /** Same bytes at every attempt, so that the server recognises a repetition. */
  readonly encrypted?: { readonly message: Uint8Array; readonly sha256: string }
  /** Accepted by the server, waiting to be seen in the log. */
  readonly acceptedAs?: number
  readonly failure?: FailureCause
}

/** The photo is encrypted once; the upload goes on where it stopped. */
export type PhotoToUpload = {
  readonly type: "photo-to-upload"
  readonly id: MessageId
  readonly sentAt: string
  readonly photo: Omit<AttachmentReference, "id">
  readonly caption?: string
  readonly situation?: string
  readonly ciphertext: Uint8Array
  readonly uploadId?: AttachmentId
}

export type StoredKeyPackage = {
  readonly message: Uint8Array
  readonly initPrivateKey: Uint8Array
  readonly hpkePrivateKey: Uint8Array
  readonly lastResort: boolean
  readonly createdAt: string
}

/** Sorts like the sequence. */
export function itemKey(conversation: ConversationId, sequence: number): string {
  return `${conversation}/${sequence.toString().padStart(16, "0")}`
}

export function outboxKey(outgoing: StoredOutgoing): string {
  return `${outgoing.conversationId}/${outgoing.order}/${outgoing.id}`
}
