import { utf8 } from "./encoding/bytes"

/**
 * What names a structure in web addresses, made from its `structureId` as the directory makes it: the
 * id of a practice of one person holds an RPPS number.
 */
export async function structureKey(id: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", utf8(`liaison-structure\n${id}`))
  const bytes = new DataView(digest, 0, 16)
  // A UUID whose content is one's own (RFC 9562, version 8).
  bytes.setUint8(6, (bytes.getUint8(6) & 0x0f) | 0x80)
  bytes.setUint8(8, (bytes.getUint8(8) & 0x3f) | 0x80)
  const hex = Array.from({ length: 16 }, (_, at) =>
    bytes.getUint8(at).toString(16).padStart(2, "0"),
  ).join("")
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-")
}
