import type { AttachmentId, MessageId } from "../ids"

/** Points to an encrypted blob and holds the only copy of its key. See docs/content-format.md. */
export type AttachmentReference = {
  readonly id: AttachmentId
  /** 32 bytes; exists only inside the MLS message and the encrypted local store. */
  readonly key: Uint8Array
  /** Bytes of plaintext. */
  readonly size: number
  readonly mediaType: string
  /** Of the plaintext. */
  readonly sha256: Uint8Array
  readonly width: number
  readonly height: number
  /** Tiny image shown blurred until the photo is there. */
  readonly preview?: Uint8Array
}

/** Points to an encrypted file of any kind. See docs/content-format.md. */
export type DocumentReference = {
  readonly id: AttachmentId
  /** 32 bytes; exists only inside the MLS message and the encrypted local store. */
  readonly key: Uint8Array
  /** Bytes of plaintext. */
  readonly size: number
  readonly mediaType: string
  /** Of the plaintext. */
  readonly sha256: Uint8Array
  /** For people; never a path. */
  readonly name: string
}

/** What every message may say beside its content. */
type Stated = {
  /** The `structureId` its author writes from: a claim, believed only if it is one of the author's. */
  readonly situation?: string
}

/** What travels inside an MLS application message, version 1. */
export type Content = Stated &
  (
    | {
        readonly type: "text"
        readonly id: MessageId
        readonly sentAt: string
        readonly text: string
      }
    | {
        readonly type: "photo"
        readonly id: MessageId
        readonly sentAt: string
        readonly photo: AttachmentReference
        readonly caption?: string
      }
    | {
        readonly type: "document"
        readonly id: MessageId
        readonly sentAt: string
        readonly document: DocumentReference
        readonly caption?: string
      }
  )
