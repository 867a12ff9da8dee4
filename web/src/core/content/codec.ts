import { fromBase64url, toBase64url } from "../encoding/base64url"
import { utf8 } from "../encoding/bytes"
import { isUuid, type AttachmentId, type MessageId } from "../ids"
import type { AttachmentReference, Content, DocumentReference } from "./content"

const VERSION = 1
const LONGEST_TEXT = 10_000
const LARGEST_PREVIEW = 2_048
const SITUATION = /^[A-Za-z0-9_-]{1,64}$/

/** Content of a type or version this client does not know: shown as such, never guessed at. */
export type UnknownContent = { readonly type: "unknown" }

export function encodeContent(content: Content): Uint8Array {
  const { type, id, sentAt } = content
  const head = { v: VERSION, type, id, sentAt, situation: situation(content.situation) }
  switch (content.type) {
    case "text":
      return json({ ...head, text: content.text })
    case "photo":
      return json({ ...head, photo: writePhoto(content.photo), caption: content.caption })
    case "document":
      return json({
        ...head,
        document: writeDocument(content.document),
        caption: content.caption,
      })
  }
}

/**
 * Reads what another member sent: trusted to be theirs, not to be well formed.
 * `undefined` = not our format at all.
 */
export function decodeContent(bytes: Uint8Array): Content | UnknownContent | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
    if (!isObject(value) || typeof value.v !== "number") return undefined
    if (value.v !== VERSION) return { type: "unknown" }
    const { id, sentAt } = value
    if (!isUuid(id) || typeof sentAt !== "string" || Number.isNaN(Date.parse(sentAt)))
      return undefined
    const from = situation(value.situation)
    const head = { id: id as MessageId, sentAt, ...(from !== undefined && { situation: from }) }
    switch (value.type) {
      case "text":
        return { type: "text", ...head, text: text(value.text) }
      case "photo":
        return {
          type: "photo",
          ...head,
          photo: readPhoto(value.photo),
          caption: value.caption === undefined ? undefined : text(value.caption),
        }
      case "document":
        return {
          type: "document",
          ...head,
          document: readDocument(value.document),
          caption: value.caption === undefined ? undefined : text(value.caption),
        }
      default:
        return { type: "unknown" }
    }
  } catch {
    return undefined
  }
}

function writePhoto(photo: AttachmentReference) {
  return {
    ...photo,
    key: toBase64url(photo.key),
    sha256: toBase64url(photo.sha256),
    preview: photo.preview && toBase64url(photo.preview),
  }
}

function readPhoto(value: unknown): AttachmentReference {
  if (!isObject(value) || !isUuid(value.id)) throw new TypeError("photo")
  const preview = value.preview === undefined ? undefined : bytes(value.preview)
  if (preview && preview.length > LARGEST_PREVIEW) throw new TypeError("preview")
  return {
    id: value.id as AttachmentId,
    key: bytes(value.key, 32),
    size: whole(value.size),
    mediaType: mediaType(value.mediaType),
    sha256: bytes(value.sha256, 32),
    width: whole(value.width),
    height: whole(value.height),
    preview,
  }
}

function writeDocument(document: DocumentReference) {
  return { ...document, key: toBase64url(document.key), sha256: toBase64url(document.sha256) }
}

function readDocument(value: unknown): DocumentReference {
  if (!isObject(value) || !isUuid(value.id)) throw new TypeError("document")
  return {
    id: value.id as AttachmentId,
    key: bytes(value.key, 32),
    size: whole(value.size),
    mediaType: anyMediaType(value.mediaType),
    sha256: bytes(value.sha256, 32),
    name: fileName(value.name),
  }
}

function anyMediaType(value: unknown): string {
  const media = text(value)
  if (media.length <= 100 && /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/.test(media))
    return media
  throw new TypeError("mediaType")
}

/** A name to save a file under, never a path. */
function fileName(value: unknown): string {
  const name = text(value)
  // eslint-disable-next-line no-control-regex -- control characters are what must not be in it
  const sound = /^[^\x00-\x1f\x7f/\\]{1,255}$/.test(name) && name !== "." && name !== ".."
  if (sound) return name
  throw new TypeError("name")
}

/** Only images the browser renders without running anything: no SVG. */
function mediaType(value: unknown): string {
  if (typeof value === "string" && /^image\/(jpeg|webp|png)$/.test(value)) return value
  throw new TypeError("mediaType")
}

/** A hint that never costs the message: what is no identifier of a structure counts as not said. */
function situation(value: unknown): string | undefined {
  return typeof value === "string" && SITUATION.test(value) ? value : undefined
}

function text(value: unknown): string {
  if (typeof value === "string" && value.length <= LONGEST_TEXT) return value
  throw new TypeError("text")
}

function whole(value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number
  throw new TypeError("number")
}

function bytes(value: unknown, length?: number): Uint8Array {
  const decoded = fromBase64url(text(value))
  if (length !== undefined && decoded.length !== length) throw new TypeError("length")
  return decoded
}

function json(value: unknown): Uint8Array {
  return utf8(JSON.stringify(value))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
