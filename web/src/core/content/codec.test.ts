import { describe, expect, it } from "vitest"
import { randomBytes, utf8 } from "../encoding/bytes"
import { newId, type AttachmentId, type MessageId } from "../ids"
import { decodeContent, encodeContent } from "./codec"
import type { Content } from "./content"

const head = { id: newId<MessageId>(), sentAt: "2026-11-21T22:00:00.000Z" }
const photo: Content = {
  type: "photo",
  ...head,
  caption: "Plaie, jour 3",
  photo: {
    id: newId<AttachmentId>(),
    key: randomBytes(32),
    size: 1_234,
    mediaType: "image/jpeg",
    sha256: randomBytes(32),
    width: 800,
    height: 600,
    preview: randomBytes(300),
  },
}

const document: Extract<Content, { type: "document" }> = {
  type: "document",
  ...head,
  document: {
    id: newId<AttachmentId>(),
    key: randomBytes(32),
    size: 1_234,
    mediaType: "application/pdf",
    sha256: randomBytes(32),
    name: "Lettre de sortie - Mme É.pdf",
  },
}

function changed(change: (value: Record<string, unknown>) => void) {
  const value = JSON.parse(new TextDecoder().decode(encodeContent(photo))) as Record<
    string,
    unknown
  >
  change(value)
  return decodeContent(utf8(JSON.stringify(value)))
}

describe("the content format", () => {
  it("reads what it writes", () => {
    const text: Content = { type: "text", ...head, text: "É 👩‍⚕️ \n" }
    expect(decodeContent(encodeContent(text))).toEqual(text)
    expect(decodeContent(encodeContent(photo))).toEqual(photo)
    expect(decodeContent(encodeContent(document))).toEqual({ ...document, caption: undefined })
  })

  it("carries the place its author writes from, and loses no message over a bad one", () => {
    const from: Content = { type: "text", ...head, situation: "F310000017", text: "Bonjour" }
    expect(decodeContent(encodeContent(from))).toEqual(from)
    for (const bad of ["", "x".repeat(65), "CHU de Nantes", "a/b", 7, null, {}, ["F1"]])
      expect(changed((value) => (value.situation = bad))).toEqual(photo)
  })

  it("ignores members it does not know", () => {
    expect(changed((value) => (value.later = 1))).toEqual(photo)
  })

  it("says of newer versions and types that it does not know them", () => {
    expect(changed((value) => (value.v = 2))).toEqual({ type: "unknown" })
    expect(changed((value) => (value.type = "hologram"))).toEqual({ type: "unknown" })
  })

  it.each([
    ["an id that is no UUID", (v: Record<string, unknown>) => (v.id = "1")],
    ["a time that is none", (v: Record<string, unknown>) => (v.sentAt = "yesterday")],
    ["a photo that runs", (v: Record<string, unknown>) => set(v, "mediaType", "image/svg+xml")],
    ["a short key", (v: Record<string, unknown>) => set(v, "key", "AAAA")],
    ["a negative size", (v: Record<string, unknown>) => set(v, "size", -1)],
    ["a huge preview", (v: Record<string, unknown>) => set(v, "preview", "A".repeat(4_000))],
    ["an endless caption", (v: Record<string, unknown>) => (v.caption = "x".repeat(10_001))],
  ])("refuses %s", (_, change) => {
    expect(changed(change)).toBeUndefined()
  })

  it.each([
    { name: "" },
    { name: ".." },
    { name: "a/b.pdf" },
    { name: "a\\b.pdf" },
    { name: "a\nb.pdf" },
    { name: "x".repeat(256) },
    { mediaType: "PDF" },
    { size: -1 },
  ])("refuses a document with %o", (change) => {
    const damaged = { ...document, document: { ...document.document, ...change } }
    expect(decodeContent(encodeContent(damaged))).toBeUndefined()
  })

  it("refuses what is not JSON", () => {
    expect(decodeContent(new Uint8Array([0xff, 0xfe]))).toBeUndefined()
    expect(decodeContent(utf8("[]"))).toBeUndefined()
  })
})

function set(value: Record<string, unknown>, member: string, to: unknown): void {
  ;(value.photo as Record<string, unknown>)[member] = to
}
