import { concat, equal, fromBase64, sha256, utf8 } from "./bytes"

type Bytes = Uint8Array<ArrayBuffer>

/** Who signs a log: a C2SP verifier key, `name+id+base64(type || key)`. */
export type VerifierKey = { readonly name: string; readonly id: Bytes; readonly publicKey: Bytes }

/** A C2SP signed note: what was signed, and by whom. */
export type SignedNote = {
  readonly text: string
  readonly signatures: readonly {
    readonly name: string
    readonly id: Bytes
    readonly bytes: Bytes
  }[]
}

/** A C2SP checkpoint: a log's size and root at one moment. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Bytes }

const ED25519 = 1

export async function parseVerifierKey(text: string): Promise<VerifierKey> {
  const [, name, idHex, key] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  if (name === undefined || idHex === undefined || key === undefined) throw new Error("not a vkey")
  const typed = fromBase64(key)
  if (typed.length !== 33 || typed[0] !== ED25519) throw new Error("not an Ed25519 vkey")
  const digest = await sha256(concat(utf8(`${name}\n`), typed))
  const id = digest.slice(0, 4)
  const hex = [...id].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  if (hex !== idHex) throw new Error("the id does not belong to the key")
  return { name, id, publicKey: typed.slice(1) }
}

export function parseNote(note: string): SignedNote {
  const split = note.lastIndexOf("\n\n")
  if (split < 0 || !note.endsWith("\n")) throw new Error("not a signed note")
  const lines = note.slice(split + 2, -1).split("\n")
  const signatures = lines.map((line) => {
    const [, name, body] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
    if (name === undefined || body === undefined) throw new Error("not a signature line")
    const bytes = fromBase64(body)
    if (bytes.length < 5) throw new Error("a signature is too short")
    return { name, id: bytes.slice(0, 4), bytes: bytes.slice(4) }
  })
  return { text: note.slice(0, split + 1), signatures }
}

export function parseCheckpoint(text: string): Checkpoint {
  const [origin = "", size = "", root = ""] = text.split("\n")
  if (origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size)) throw new Error("not a checkpoint")
  const hash = fromBase64(root)
  if (hash.length !== 32) throw new Error("a root has 32 bytes")
  return { origin, size: Number(size), root: hash }
}

/**
 * `signed` when the key's signature is there and true, `missing` when the key did not sign,
 * `false` when a signature that names the key is wrong. Unknown signers are ignored.
 */
export async function checkSignature(
  note: SignedNote,
  key: VerifierKey,
): Promise<"signed" | "missing" | "false"> {
  const own = note.signatures.filter(({ name, id }) => name === key.name && equal(id, key.id))
  if (own.length === 0) return "missing"
  const imported = await crypto.subtle.importKey("raw", key.publicKey, "Ed25519", false, ["verify"])
  for (const { bytes } of own) {
    if (!(await crypto.subtle.verify("Ed25519", imported, bytes, utf8(note.text)))) return "false"
  }
  return "signed"
}
