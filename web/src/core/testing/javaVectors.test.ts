import { readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { sealAll } from "../attachment/chunks"
import { padmeLength } from "../attachment/padding"
import { encodeContent } from "../content/codec"
import type { Content } from "../content/content"
import { toBase64url } from "../encoding/base64url"
import { hex, sha256 } from "../encoding/bytes"
import { parseId, type AttachmentId, type MessageId } from "../ids"

/** What the Java client must produce byte for byte; its tests read the same file. */
const FILE = "../client/src/test/resources/vectors/web.json"

const key = Uint8Array.from({ length: 32 }, (_, i) => i)
const id = parseId<MessageId>("01938d2e-0000-7000-8000-0000000000a1")
const sentAt = "2026-11-21T22:00:00.000Z"

const contents: readonly Content[] = [
  { type: "text", id, sentAt, text: 'É 👩‍⚕️ \n"<\\>/\u0001\u2028\ud800' },
  {
    type: "photo",
    id,
    sentAt,
    caption: "Plaie, jour 3",
    photo: {
      id: parseId<AttachmentId>("01938d2e-0000-7000-8000-0000000000b2"),
      key,
      size: 1_234,
      mediaType: "image/jpeg",
      sha256: key,
      width: 800,
      height: 600,
      preview: key.slice(0, 7),
    },
  },
  {
    type: "document",
    id,
    sentAt,
    caption: "Lettre de sortie",
    document: {
      id: parseId<AttachmentId>("01938d2e-0000-7000-8000-0000000000b2"),
      key,
      size: 1_234,
      mediaType: "application/pdf",
      sha256: key,
      name: "Lettre de sortie - Mme É.pdf",
    },
  },
]

async function attachment(size: number) {
  const plaintext = Uint8Array.from({ length: size }, (_, i) => i % 251)
  const padded = new Uint8Array(padmeLength(size))
  padded.set(plaintext)
  const sealed = await sealAll(key, padded)
  return {
    size,
    sealedLength: sealed.length,
    sealedSha256: hex(await sha256(sealed)),
    sealed: sealed.length < 400 ? toBase64url(sealed) : undefined,
  }
}

describe("the vectors of the Java client", () => {
  it("are what this code writes", async () => {
    const lengths = [0, 1, 2, 3, 9, 100, 65_535, 65_537, 1_000_001, 5_000_000_001]
    const vectors = {
      key: toBase64url(key),
      padme: lengths.map((length) => [length, padmeLength(length)]),
      attachments: await Promise.all(
        [0, 1, 300, 65_536, 65_537, 200_000].map((size) => attachment(size)),
      ),
      contents: contents.map((content) => toBase64url(encodeContent(content))),
    }
    const written = `${JSON.stringify(vectors, undefined, 2)}\n`
    if (process.env.LIAISON_VECTORS_WRITE) writeFileSync(FILE, written)
    expect(written).toBe(readFileSync(FILE, "utf8"))
  })
})
