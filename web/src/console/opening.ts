import type { AuditEntry } from "../core"
import { opened, parseRecord, type JsonRecord, type Opening } from "../core/log/tlogProof"

/**
 * Whether the leaf commits to the entry on screen: its commitment opens to the payload, and the payload
 * says the same as the entry. After a purge only what the leaf shows in the clear is compared.
 */
export async function leafSays(opening: Opening, entry: AuditEntry): Promise<boolean> {
  const leaf = parseRecord(opening.leaf)
  const open = leaf.id === entry.id && leaf.action === entry.action
  if (!open || leaf.service !== entry.service || leaf.outcome !== entry.outcome) return false
  const payload = await opened(opening)
  return payload === "purged" || (payload !== false && payloadSays(payload, entry))
}

function payloadSays(payload: JsonRecord, entry: AuditEntry): boolean {
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
