import type { Http } from "../api/http"
import { ApiProblem } from "../api/problem"
import { view, type Bytes } from "../encoding/bytes"
import { parseId, type AttachmentId, type ConversationId } from "../ids"

/** Where an upload stands and where to keep its address, so that it can go on after a restart. */
export type UploadProgress = {
  readonly known?: AttachmentId
  readonly onCreated: (id: AttachmentId) => Promise<void>
  readonly onSent?: (sent: number, total: number) => void
}

const TUS = { "Tus-Resumable": "1.0.0" }
const PART = 1_048_576

/** Resumable upload by tus 1.0: the server says how much it has, we send the rest. */
export class TusUpload {
  constructor(private readonly http: Http) {}

  async upload(
    conversation: ConversationId,
    bytes: Bytes,
    progress: UploadProgress,
  ): Promise<AttachmentId> {
    let id = progress.known
    let offset = id === undefined ? undefined : await this.#offset(id)
    if (id === undefined || offset === undefined) {
      id = await this.#create(conversation, bytes.length)
      await progress.onCreated(id)
      offset = 0
    }
    while (offset < bytes.length) {
      offset = await this.#send(id, bytes, offset)
      progress.onSent?.(offset, bytes.length)
    }
    return id
  }

  async #create(conversation: ConversationId, length: number): Promise<AttachmentId> {
    const response = await this.http.done("attachment", "/v1/uploads", {
      method: "POST",
      headers: {
        ...TUS,
        "Upload-Length": String(length),
        "Liaison-Conversation": conversation,
      },
    })
    const location = response.headers.get("Location") ?? ""
    return parseId<AttachmentId>(location.slice(location.lastIndexOf("/") + 1))
  }

  /** `undefined`: the server does not know this upload (any more). */
  async #offset(id: AttachmentId): Promise<number | undefined> {
    try {
      const response = await this.http.done("attachment", `/v1/uploads/${id}`, {
        method: "HEAD",
        headers: TUS,
      })
      return readOffset(response)
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 404 || error.status === 410))
        return undefined
      throw error
    }
  }

  async #send(id: AttachmentId, bytes: Bytes, offset: number): Promise<number> {
    try {
      const response = await this.http.done("attachment", `/v1/uploads/${id}`, {
        method: "PATCH",
        headers: {
          ...TUS,
          "Upload-Offset": String(offset),
          "Content-Type": "application/offset+octet-stream",
        },
        bytes: view(bytes.subarray(offset, offset + PART)),
      })
      return readOffset(response)
    } catch (error) {
      // Another attempt got further than we knew: go on from where the server stands.
      if (!(error instanceof ApiProblem) || error.status !== 409) throw error
      const known = await this.#offset(id)
      if (known === undefined || known === offset) throw error
      return known
    }
  }
}

function readOffset(response: Response): number {
  const offset = Number(response.headers.get("Upload-Offset") ?? NaN)
  if (!Number.isSafeInteger(offset)) throw new ApiProblem(response.status, "upload-offset-missing")
  return offset
}
