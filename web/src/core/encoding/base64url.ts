import { view, type Bytes } from "./bytes"

/** Base64url without padding, the only text form of bytes in our JSON. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = ""
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")
}

/** Throws `TypeError` on anything but canonical base64url. */
export function fromBase64url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new TypeError("not base64url")
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  return view(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
}
