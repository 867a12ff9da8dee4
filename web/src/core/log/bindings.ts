import type { WireBindingPage } from "../api/wire"
import { fromBase64Url } from "./bytes"
import { extendsTree, type TreeHead } from "./consistency"
import { isIncluded, leafHash } from "./merkle"
import { checkSignature, parseCheckpoint, parseNote, parseVerifierKey } from "./note"
import { opened, parseProof, parseRecord, type JsonRecord } from "./tlogProof"

/** What one entry of the log says of a device. */
export type BindingEntry = {
  readonly index: number
  readonly time: string
  readonly deviceId: string
  readonly event: "bound" | "renewed" | "revoked"
  readonly practitionerId: string
  /** Absent on a revocation. */
  readonly nationalId?: string | undefined
  /** SHA-256 of the signature key, base64url; absent on a revocation. */
  readonly keySha256?: string | undefined
}

/** A device as its certificate shows it. */
export type DeviceClaim = {
  readonly deviceId: string
  readonly nationalId: string
  readonly keySha256: string
}

/** Why an answer of the log proves nothing: it is not this log, not its continuation, or not in it. */
export type LogFaultCause =
  "malformed" | "key" | "signature" | "origin" | "fork" | "inclusion" | "leaf"

export class LogFault extends Error {
  constructor(readonly reason: LogFaultCause) {
    super(reason)
    this.name = "LogFault"
  }
}

/**
 * Checks an answer against the pinned key and the tree seen last, and reads what it proves. One false
 * proof spoils the whole answer. Entries that were purged say nothing. Throws `LogFault`.
 */
export async function readBindings(
  page: WireBindingPage,
  verifierKey: string,
  seen: TreeHead | undefined,
): Promise<{ readonly head: TreeHead; readonly entries: readonly BindingEntry[] }> {
  try {
    const head = await readHead(page.checkpoint, verifierKey)
    const consistency = page.consistency.map(fromBase64Url)
    if (seen && !(await extendsTree(seen, head, consistency))) throw new LogFault("fork")
    const entries: BindingEntry[] = []
    for (const item of page.items) {
      const entry = await readItem(item, page.checkpoint, head)
      if (entry) entries.push(entry)
    }
    return { head, entries }
  } catch (error) {
    if (error instanceof LogFault) throw error
    throw new LogFault("malformed")
  }
}

async function readHead(checkpoint: string, verifierKey: string): Promise<TreeHead> {
  const key = await parseVerifierKey(verifierKey)
  const note = parseNote(checkpoint)
  const { origin, size, root } = parseCheckpoint(note.text)
  const signature = await checkSignature(note, key)
  if (signature === "missing") throw new LogFault("key")
  if (signature === "false") throw new LogFault("signature")
  if (origin !== key.name) throw new LogFault("origin")
  return { size, root }
}

async function readItem(
  { index, proof: file }: WireBindingPage["items"][number],
  checkpoint: string,
  { size, root }: TreeHead,
): Promise<BindingEntry | undefined> {
  const proof = parseProof(file)
  if (proof.index !== index || proof.checkpoint !== checkpoint) throw new LogFault("malformed")
  const leaf = await leafHash(proof.opening.leaf)
  if (!(await isIncluded(leaf, index, size, proof.path, root))) throw new LogFault("inclusion")
  const said = await opened(proof.opening)
  if (said === "purged") return undefined
  if (said === false) throw new LogFault("leaf")
  return { index, ...bindingOf(parseRecord(proof.opening.leaf), said) }
}

/** The open part of the leaf and the payload must name the same act, and it must be a binding. */
function bindingOf(leaf: JsonRecord, act: JsonRecord): Omit<BindingEntry, "index"> {
  const same = leaf.id === act.actId && leaf.action === act.action && leaf.service === act.service
  const binding =
    act.service === "directory-service" &&
    act.action === "device.binding" &&
    act.outcome === "success"
  if (!same || !binding || leaf.outcome !== act.outcome) throw new LogFault("leaf")
  const object = act.object as JsonRecord
  const details = act.details as JsonRecord
  const { event } = details
  if (event !== "bound" && event !== "renewed" && event !== "revoked") throw new LogFault("leaf")
  return {
    time: text(act.time),
    deviceId: text(object.id),
    event,
    practitionerId: text(details.practitioner),
    nationalId: event === "revoked" ? undefined : text(details.nationalId),
    keySha256: event === "revoked" ? undefined : text(details.signatureKeySha256),
  }
}

function text(value: unknown): string {
  if (typeof value !== "string" || value === "") throw new LogFault("leaf")
  return value
}

/**
 * What the log says of a device that claims to be somebody's: `logged` with the person it was bound to,
 * `revoked`, `absent`, or `refuted` when it was bound with another key or for another person.
 */
export function judge(
  entries: readonly BindingEntry[],
  claim: DeviceClaim,
):
  | { readonly standing: "logged" | "revoked"; readonly practitionerId: string }
  | { readonly standing: "absent" | "refuted" } {
  const own = entries.filter(({ deviceId }) => deviceId === claim.deviceId)
  const bound = own.filter(({ event }) => event !== "revoked")
  const [revocation] = own.filter(({ event }) => event === "revoked")
  const [newest] = bound
  if (newest === undefined)
    return revocation
      ? { standing: "revoked", practitionerId: revocation.practitionerId }
      : { standing: "absent" }
  const fits = ({ keySha256, practitionerId }: BindingEntry) =>
    keySha256 === claim.keySha256 && practitionerId === newest.practitionerId
  // A person's number may change (ADELI to RPPS): of one key and one person, it was theirs once.
  const numbered = bound.some(({ nationalId }) => nationalId === claim.nationalId)
  if (!numbered || !bound.every(fits)) return { standing: "refuted" }
  return {
    standing: revocation ? "revoked" : "logged",
    practitionerId: newest.practitionerId,
  }
}
