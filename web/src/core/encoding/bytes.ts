/** Bytes as WebCrypto and fetch want them typed: nothing here ever uses shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

export function view(bytes: Uint8Array): Bytes {
  return bytes as Bytes
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** For public values only: leaves early on the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

export function utf8(text: string): Bytes {
  return view(new TextEncoder().encode(text))
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", view(bytes)))
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** The 16 raw bytes of a UUID: MLS group ids and message ids travel like this. */
export function uuidBytes(uuid: string): Bytes {
  const digits = uuid.replaceAll("-", "")
  if (!/^[0-9a-f]{32}$/.test(digits)) throw new TypeError("not a UUID")
  return Uint8Array.from({ length: 16 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  )
}

export function uuidText(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new TypeError("not a UUID")
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}
