import { concat, equal, fromBase64, fromBase64Url, sha256 } from "./bytes"

type Bytes = Uint8Array<ArrayBuffer>

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonRecord = Readonly<Record<string, Json>>

/** A C2SP tlog-proof file, read and not judged. */
export type TlogProof = {
  readonly opening: Opening
  readonly index: number
  readonly path: readonly Bytes[]
  readonly checkpoint: string
}

/** What a proof file says of its leaf: the leaf itself and, unless purged, what opens it. */
export type Opening = { readonly leaf: Bytes; readonly salt?: Bytes; readonly payload?: Bytes }

/** `c2sp.org/tlog-proof@v1`, `extra`, `index`, sibling hashes, an empty line, the checkpoint. */
export function parseProof(file: string): TlogProof {
  const blank = file.indexOf("\n\n")
  const [header, extra = "", index = "", ...path] = file.slice(0, blank).split("\n")
  if (blank < 0 || header !== "c2sp.org/tlog-proof@v1") throw new Error("not a tlog-proof")
  if (!extra.startsWith("extra ") || !/^index (0|[1-9]\d{0,15})$/.test(index)) {
    throw new Error("a proof has extra data and an index")
  }
  return {
    opening: parseOpening(fromBase64(extra.slice("extra ".length))),
    index: Number(index.slice("index ".length)),
    path: path.map((line) => {
      const hash = fromBase64(line)
      if (hash.length !== 32) throw new Error("a hash has 32 bytes")
      return hash
    }),
    checkpoint: file.slice(blank + 2),
  }
}

function parseOpening(extra: Bytes): Opening {
  const fields = parseRecord(extra)
  const bytes = (name: string): Bytes | undefined => {
    const value = fields[name]
    return typeof value === "string" ? fromBase64Url(value) : undefined
  }
  const leaf = bytes("leaf")
  if (leaf === undefined) throw new Error("no leaf")
  const salt = bytes("salt")
  const payload = bytes("payload")
  return { leaf, ...(salt && { salt }), ...(payload && { payload }) }
}

/** What the leaf commits to: `purged` when salt or payload are gone, `false` when they do not open it. */
export async function opened({
  leaf,
  salt,
  payload,
}: Opening): Promise<JsonRecord | "purged" | false> {
  if (salt === undefined || payload === undefined) return "purged"
  const commitment = await sha256(concat(salt, payload))
  const written = parseRecord(leaf).commitment
  if (typeof written !== "string" || !equal(commitment, fromBase64Url(written))) return false
  return parseRecord(payload)
}

export function parseRecord(bytes: Bytes): JsonRecord {
  const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error("not a JSON object")
  }
  return value as JsonRecord
}
