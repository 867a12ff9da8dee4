import { concat, hex, sha256, type Bytes } from "../encoding/bytes"
import { newId, type AttachmentId } from "../ids"
import { refuse } from "./refusal"

/** The attachment-service's protocol in memory: tus 1.0 core and creation, ranged download. */
export class FakeAttachments {
  /** The service, or the store behind it, does not serve. */
  away = false
  readonly #blobs = new Map<string, { readonly length: number; bytes: Bytes }>()
  readonly #conversations = new Map<string, string>()

  /** Bytes as stored: what a curious operator would see. */
  stored(id: AttachmentId): Bytes | undefined {
    return this.#blobs.get(id)?.bytes
  }

  /** The only conversation whose members may fetch it. */
  conversationOf(id: AttachmentId): string | undefined {
    return this.#conversations.get(id)
  }

  /** Damages what is stored, to see that clients notice. */
  replace(id: AttachmentId, bytes: Bytes): void {
    this.#blobs.set(id, { length: bytes.length, bytes })
  }

  async handle(request: Request, path: string): Promise<Response> {
    if (this.away) throw refuse(503, "unavailable")
    const id = path.slice(path.lastIndexOf("/") + 1)
    if (path === "/v1/uploads") return this.#create(request)
    if (path.startsWith("/v1/uploads/")) return this.#upload(request, id)
    return this.#download(request, id)
  }

  #create(request: Request): Response {
    const length = Number(request.headers.get("Upload-Length"))
    const conversation = request.headers.get("Liaison-Conversation")
    if (!conversation) throw refuse(400, "conversation-missing")
    if (length > 100 * 1024 * 1024) throw refuse(413, "attachment-too-big")
    const id = newId<AttachmentId>()
    this.#blobs.set(id, { length, bytes: new Uint8Array() })
    this.#conversations.set(id, conversation)
    return new Response(undefined, {
      status: 201,
      headers: { Location: `/api/attachment/v1/uploads/${id}`, "Tus-Resumable": "1.0.0" },
    })
  }

  async #upload(request: Request, id: string): Promise<Response> {
    const blob = this.#blobs.get(id)
    if (!blob) throw refuse(404, "upload-not-found")
    if (request.method === "PATCH") {
      if (Number(request.headers.get("Upload-Offset")) !== blob.bytes.length)
        throw refuse(409, "upload-offset")
      blob.bytes = concat(blob.bytes, new Uint8Array(await request.arrayBuffer()))
    }
    return new Response(undefined, {
      status: request.method === "PATCH" ? 204 : 200,
      headers: { "Upload-Offset": String(blob.bytes.length), "Tus-Resumable": "1.0.0" },
    })
  }

  async #download(request: Request, id: string): Promise<Response> {
    const blob = this.#blobs.get(id)
    if (!blob || blob.bytes.length < blob.length) throw refuse(404, "attachment-not-found")
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get("Range") ?? "")
    const [from, to] = range ? [Number(range[1]), Number(range[2]) + 1] : [0, blob.bytes.length]
    if (from >= blob.bytes.length) throw refuse(416, "range-not-satisfiable")
    return new Response(blob.bytes.slice(from, to), {
      status: range ? 206 : 200,
      headers: { ETag: `"${hex(await sha256(blob.bytes))}"` },
    })
  }
}
