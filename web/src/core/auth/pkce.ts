import { toBase64url } from "../encoding/base64url"
import { randomBytes, sha256, utf8 } from "../encoding/bytes"

export function randomToken(): string {
  return toBase64url(randomBytes(32))
}

/** RFC 7636, S256. */
export async function challengeOf(verifier: string): Promise<string> {
  return toBase64url(await sha256(utf8(verifier)))
}
