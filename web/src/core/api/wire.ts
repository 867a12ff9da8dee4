import type { Priority } from "../conversation"
import type { AttachmentId, ConversationId, DeviceId, PractitionerId } from "../ids"

/** Bodies of the services' APIs as JSON has them. Bytes are base64url strings. */

export type WireDevice = {
  readonly id: DeviceId
  readonly name: string
  readonly signatureKey: string
  readonly status: "active" | "revoked"
  readonly enrolledAt: string
  readonly expiresAt: string
  readonly certificateChain: readonly string[]
}

export type WireDeviceChallenge = { readonly challenge: string; readonly expiresAt: string }

export type WireClaimedDevice = {
  readonly deviceId: DeviceId
  readonly practitionerId: PractitionerId
  readonly status: "ok" | "lastResort" | "exhausted" | "revoked"
  readonly keyPackage?: string
}

export type WireBundle = {
  readonly commit: string
  readonly welcome?: string
  readonly groupInfo: string
  readonly added: readonly DeviceId[]
  readonly removed: readonly DeviceId[]
}

export type WireReceipt = {
  readonly practitionerId: PractitionerId
  readonly deviceId: DeviceId
  readonly deliveredUpTo: number
  readonly readUpTo: number
}

export type WireConversation = {
  readonly id: ConversationId
  readonly kind: "direct" | "group"
  readonly epoch: number
  readonly lastSequence: number
  readonly createdAt: string
  readonly members: readonly {
    readonly practitionerId: PractitionerId
    readonly deviceId: DeviceId
  }[]
  readonly receipts: readonly WireReceipt[]
  readonly firstSequence: number
}

export type WireEntry = {
  readonly conversationId: ConversationId
  readonly sequence: number
  readonly kind: "commit" | "message"
  readonly epoch: number
  readonly senderDeviceId: DeviceId
  readonly acceptedAt: string
  readonly priority?: Priority
  readonly payload: string
  readonly sha256: string
}

export type WireLog = { readonly entries: readonly WireEntry[]; readonly caughtUp: boolean }

export type WireWelcome = {
  readonly id: string
  readonly conversationId: ConversationId
  readonly sequence: number
  readonly welcome: string
}

export type WireMessage = {
  readonly message: string
  readonly priority: Priority
  readonly attachments: readonly AttachmentId[]
}

/** Frames the server sends on the stream. */
export type ServerFrame =
  | { readonly type: "ready" }
  | ({ readonly type: "welcome" } & WireWelcome)
  | ({ readonly type: "entry" } & WireEntry)
  | ({ readonly type: "receipt"; readonly conversationId: ConversationId } & WireReceipt)
  | { readonly type: "caught-up"; readonly resume: string }
  | { readonly type: "conversation"; readonly conversationId: ConversationId }
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
