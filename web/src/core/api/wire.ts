import type { Homonyms } from "../card"
import type { AttachmentId, ConversationId, DeviceId, PractitionerId } from "../ids"
import type { components as Conversation } from "./generated/conversation"
import type { components as Directory } from "./generated/directory"

/**
 * A generated schema with our typed ids in place of bare strings. The documents do not say which
 * answers are always there; `api/conformance.ts` and the acceptance suite do.
 */
type Typed<Schema, Narrowed extends Partial<Record<keyof Schema, unknown>>> = Readonly<
  Omit<Required<Schema>, keyof Narrowed> & Narrowed
>

type ConversationSchemas = Conversation["schemas"]
type DirectorySchemas = Directory["schemas"]

export type WireDevice = Typed<DirectorySchemas["Device"], { id: DeviceId; lastUsedOn?: string }>

export type WireSignedCard = Typed<DirectorySchemas["SignedCard"], { homonyms: Homonyms }>

export type WireDeviceChallenge = DirectorySchemas["DeviceChallenge"]

export type WireClaimedDevice = Typed<
  ConversationSchemas["Invitation"],
  { deviceId: DeviceId; practitionerId: PractitionerId; keyPackage?: string }
>

/** Who came and went, the server reads from the tree. */
export type WireBundle = Omit<
  Typed<ConversationSchemas["BundleRequest"], { welcome?: string }>,
  "added" | "removed"
>

export type WireGroupInfo = Typed<ConversationSchemas["GroupInfoView"], object>

/** `succeeds`: the conversation that this one takes the place of. */
export type WireOpening = {
  readonly id: ConversationId
  readonly kind: "direct" | "group"
  readonly groupInfo: string
  readonly commit?: WireBundle
  readonly succeeds?: ConversationId | undefined
  readonly leaveOut?: PractitionerId | undefined
}

export type WireReport = Typed<ConversationSchemas["ReportAnswer"], object>

export type WireRefounding = Typed<
  ConversationSchemas["RefoundingAnswer"],
  { succeededBy?: ConversationId }
>

/** What the server signs removals with: the content of the external_senders extension. */
export type WireDeliveryKey = { readonly externalSenders: string }

/** A conversation of our person that this device is not in. */
export type WireJoinable = {
  readonly id: ConversationId
  readonly kind: "direct" | "group"
  readonly epoch: number
}

type WireMember = Typed<
  ConversationSchemas["MemberView"],
  {
    practitionerId: PractitionerId
    deviceId: DeviceId
    /** When it was declared dormant: it gets nothing before it entered again. */
    dormantSince?: string
  }
>

export type WireReceipt = Typed<
  ConversationSchemas["ReceiptView"],
  { practitionerId: PractitionerId; deviceId: DeviceId }
>

export type WireConversation = Typed<
  ConversationSchemas["ConversationView"],
  {
    id: ConversationId
    members: readonly WireMember[]
    /** Of a group; none in a conversation of two. */
    admins: readonly PractitionerId[]
    receipts: readonly WireReceipt[]
    /** The conversation that this one goes on from. */
    succeeds?: ConversationId
    /** The one it goes on in, once there is one. */
    succeededBy?: ConversationId
  }
>

export type WireEntry = Typed<
  ConversationSchemas["EntryView"],
  {
    conversationId: ConversationId
    /** Of a proposal by the server: the nil UUID. */
    senderDeviceId: DeviceId
    kind: "commit" | "message" | "proposal"
  }
>

export type WireLog = Typed<ConversationSchemas["LogPage"], { entries: readonly WireEntry[] }>

export type WireWelcome = Typed<
  ConversationSchemas["WelcomeView"],
  { conversationId: ConversationId }
>

export type WireMessage = Typed<
  ConversationSchemas["SendRequest"],
  { attachments: readonly AttachmentId[] }
>

/** Frames the server sends on the stream. */
export type ServerFrame =
  | { readonly type: "ready" }
  | ({ readonly type: "welcome" } & WireWelcome)
  | ({ readonly type: "entry" } & WireEntry)
  | ({ readonly type: "receipt"; readonly conversationId: ConversationId } & WireReceipt)
  | { readonly type: "caught-up"; readonly resume: string }
  | { readonly type: "conversation"; readonly conversationId: ConversationId }
  | {
      readonly type: "resync-required"
      readonly conversationId: ConversationId
      readonly since?: string
    }
  | { readonly type: "ping" }

/** Frames we send. */
export type ClientFrame =
  | {
      readonly type: "hello"
      readonly token: string
      readonly deviceId: DeviceId
      readonly resume?: string
    }
  | { readonly type: "ack"; readonly conversationId: ConversationId; readonly sequence: number }
  | { readonly type: "token"; readonly token: string }
  | { readonly type: "pong" }

/** What the log says of devices; each proof is a C2SP tlog-proof file against the checkpoint. */
export type WireBindingPage = {
  readonly checkpoint: string
  readonly consistency: readonly string[]
  readonly items: readonly { readonly index: number; readonly proof: string }[]
  readonly next?: number
}
