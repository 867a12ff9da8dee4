import type { PhotoDraft } from "../conversation"
import type { MessageId } from "../ids"
import type { PhotoToUpload } from "../store/tables"
import type { AttachmentTransfer } from "./transfer"

/** Encrypts a photo for upload. From here on only ciphertext and the key in the local store exist. */
export async function sealPhoto(
  transfer: AttachmentTransfer,
  draft: PhotoDraft,
  id: MessageId,
  sentAt: string,
): Promise<PhotoToUpload> {
  const { key, sha256, ciphertext } = await transfer.seal(draft.bytes)
  const { mediaType, width, height, preview, caption } = draft
  const photo = { key, sha256, size: draft.bytes.length, mediaType, width, height, preview }
  return { type: "photo-to-upload", id, sentAt, photo, caption, ciphertext }
}
