import type { AuditEntry } from "../core"
import { concat, equal, fromBase64Url, sha256 } from "./bytes"

type Bytes = Uint8Array<ArrayBuffer>

/** What a proof file says of its leaf: the leaf itself and, unless purged, what opens it. */
export type Opening = { readonly leaf: Bytes; readonly salt?: Bytes; readonly payload?: Bytes }

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export function parseOpening(extra: Bytes): Opening {
  const fields = record(parseJson(extra))
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

/**
 * Whether the leaf commits to the entry on screen: its commitment opens to the payload, and the payload
 * says the same as the entry. After a purge only what the leaf shows in the clear is compared.
 */
export async function leafSays(opening: Opening, entry: AuditEntry): Promise<boolean> {
  const leaf = record(parseJson(opening.leaf))
  const open = leaf.id === entry.id && leaf.action === entry.action
  if (!open || leaf.service !== entry.service || leaf.outcome !== entry.outcome) return false
  if (opening.salt === undefined || opening.payload === undefined) return true
  const commitment = await sha256(concat(opening.salt, opening.payload))
  const written = leaf.commitment
  if (typeof written !== "string" || !equal(commitment, fromBase64Url(written))) return false
  return payloadSays(record(parseJson(opening.payload)), entry)
}

function payloadSays(payload: Readonly<Record<string, Json>>, entry: AuditEntry): boolean {
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [payload.actId, entry.id],
    [payload.service, entry.service],
    [payload.action, entry.action],
    [payload.outcome, entry.outcome],
    [payload.actor ?? {}, entry.actor],
    [payload.object, entry.object],
    [payload.conversationId, entry.conversationId],
    [payload.details ?? {}, entry.details],
  ]
  const time = payload.time
  return (
    typeof time === "string" &&
    Date.parse(time) === Date.parse(entry.time) &&
    pairs.every(([one, other]) => canonical(one) === canonical(other))
  )
}

/** JSON with sorted keys and without empty members, so that two spellings of one thing are equal. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
  return `{${members.join(",")}}`
}

function parseJson(bytes: Bytes): Json {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json
}

function record(value: Json): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error("not a JSON object")
  }
  return value as Readonly<Record<string, Json>>
}
