import { describe, expect, it } from "vitest"
import { randomBytes } from "../encoding/bytes"
import {
  CHUNK,
  chunkCount,
  importKey,
  openChunk,
  SEALED_CHUNK,
  sealAll,
  sealedLength,
} from "./chunks"
import { padmeLength } from "./padding"

const key = randomBytes(32)

function chunkOf(sealed: Uint8Array, index: number): Uint8Array {
  return sealed.subarray(index * SEALED_CHUNK, (index + 1) * SEALED_CHUNK)
}

describe("chunked encryption", () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])(
    "opens what it sealed, of %i bytes, chunk by chunk in any order",
    async (size) => {
      const plaintext = new Uint8Array(size).map((_, i) => i % 251)
      const sealed = await sealAll(key, plaintext)
      expect(sealed.length).toBe(sealedLength(size))
      const imported = await importKey(key)
      const count = chunkCount(size)
      for (let i = count - 1; i >= 0; i--) {
        const opened = await openChunk(imported, chunkOf(sealed, i), i, i === count - 1)
        const expected = Buffer.from(plaintext.subarray(i * CHUNK, (i + 1) * CHUNK))
        expect(expected.equals(opened)).toBe(true)
      }
    },
  )

  it("notices a cut-off end, swapped chunks, a flipped bit and another key", async () => {
    const sealed = await sealAll(key, new Uint8Array(3 * CHUNK))
    const imported = await importKey(key)
    await expect(openChunk(imported, chunkOf(sealed, 1), 1, true)).rejects.toThrow()
    await expect(openChunk(imported, chunkOf(sealed, 2), 2, false)).rejects.toThrow()
    await expect(openChunk(imported, chunkOf(sealed, 1), 0, false)).rejects.toThrow()
    const flipped = chunkOf(sealed, 0).slice()
    flipped[5] = (flipped[5] ?? 0) ^ 1
    await expect(openChunk(imported, flipped, 0, false)).rejects.toThrow()
    const other = await importKey(randomBytes(32))
    await expect(openChunk(other, chunkOf(sealed, 0), 0, false)).rejects.toThrow()
  })

  it("never seals two chunks under one nonce: equal chunks differ", async () => {
    const sealed = await sealAll(key, new Uint8Array(2 * CHUNK))
    const first = Buffer.from(chunkOf(sealed, 0))
    expect(first.equals(chunkOf(sealed, 1))).toBe(false)
  })
})

describe("the padded length", () => {
  it("grows by at most 12 % and never shrinks", () => {
    let previous = 0
    for (let length = 0; length < 200_000; length += 997) {
      const padded = padmeLength(length)
      expect(padded).toBeGreaterThanOrEqual(Math.max(length, previous))
      expect(padded).toBeLessThanOrEqual(length * 1.12 + 1)
      expect(padmeLength(padded)).toBe(padded)
      previous = padded
    }
  })
})
