import { concat, view, type Bytes } from "../encoding/bytes"

const ED25519 = "1.3.101.112"
const ECDSA_SHA256 = "1.2.840.10045.4.3.2"
const ECDSA_SHA384 = "1.2.840.10045.4.3.3"

/** Verifies one X.509 signature with the issuer's SubjectPublicKeyInfo. Unknown algorithms are refused. */
export async function verifySignature(
  algorithm: string,
  publicKey: Bytes,
  signature: Bytes,
  message: Bytes,
): Promise<boolean> {
  try {
    switch (algorithm) {
      case ED25519: {
        const key = await crypto.subtle.importKey("spki", publicKey, "Ed25519", false, ["verify"])
        return await crypto.subtle.verify("Ed25519", key, signature, message)
      }
      case ECDSA_SHA256:
        return await verifyEcdsa("P-256", "SHA-256", 32, publicKey, signature, message)
      case ECDSA_SHA384:
        return await verifyEcdsa("P-384", "SHA-384", 48, publicKey, signature, message)
      default:
        return false
    }
  } catch {
    return false
  }
}

async function verifyEcdsa(
  namedCurve: string,
  hash: string,
  size: number,
  publicKey: Bytes,
  signature: Bytes,
  message: Bytes,
): Promise<boolean> {
  const algorithm = { name: "ECDSA", namedCurve, hash }
  const key = await crypto.subtle.importKey("spki", publicKey, algorithm, false, ["verify"])
  return crypto.subtle.verify(algorithm, key, rawEcdsa(signature, size), message)
}

/** WebCrypto wants r and s side by side, certificates hold a DER sequence of two integers. */
function rawEcdsa(der: Bytes, size: number): Bytes {
  let offset = 0
  const read = (tag: number): Bytes => {
    const length = der[offset + 1]
    if (der[offset] !== tag || length === undefined || length > 127) throw new TypeError("DER")
    offset += 2
    const content = der.subarray(offset, offset + length)
    if (content.length !== length) throw new TypeError("DER")
    return content
  }
  read(0x30)
  const integer = (): Bytes => {
    const content = read(0x02)
    offset += content.length
    const trimmed = content[0] === 0 ? content.subarray(1) : content
    if (trimmed.length > size) throw new TypeError("DER")
    return concat(new Uint8Array(size - trimmed.length), trimmed)
  }
  const r = integer()
  return view(concat(r, integer()))
}
