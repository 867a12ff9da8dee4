import { concat, utf8, view, type Bytes } from "./bytes"

/**
 * Plain data with byte arrays in it, as bytes: length of the JSON part, the JSON with `{"$bytes": n}`
 * where an array stood, then the arrays each after its length. Smaller and faster than base64.
 */
export function encodeRecord(value: unknown): Bytes {
  const blobs: Uint8Array[] = []
  const json = JSON.stringify(value, (_, inner: unknown) => {
    if (!(inner instanceof Uint8Array)) return inner
    blobs.push(inner)
    return { $bytes: blobs.length - 1 }
  })
  return concat(...[utf8(json), ...blobs].flatMap((part) => [uint32(part.length), part]))
}

export function decodeRecord(bytes: Uint8Array): unknown {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Bytes[] = []
  for (let offset = 0; offset < bytes.length;) {
    const end = offset + 4 + numbers.getUint32(offset)
    parts.push(view(bytes.slice(offset + 4, end)))
    offset = end
  }
  const [json, ...blobs] = parts
  return JSON.parse(new TextDecoder().decode(json), (_, inner: unknown) =>
    isPlaceholder(inner) ? blobs[inner.$bytes] : inner,
  )
}

function isPlaceholder(inner: unknown): inner is { $bytes: number } {
  return typeof inner === "object" && inner !== null && "$bytes" in inner
}

function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
