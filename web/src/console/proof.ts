import type { AuditEntry } from "../core"
import { toBase64 } from "../core/log/bytes"
import { isIncluded, leafHash } from "../core/log/merkle"
import { checkSignature, parseCheckpoint, parseNote, parseVerifierKey } from "../core/log/note"
import { parseProof, type TlogProof } from "../core/log/tlogProof"
import { leafSays } from "./opening"

/** Why a proof does not hold. */
export type ProofCause =
  "malformed" | "index" | "leaf" | "inclusion" | "key" | "signature" | "origin"

/** The three facts a proof stands on, each true or false by itself. */
export type ProofSteps = {
  readonly leaf: boolean
  readonly included: boolean
  readonly signed: boolean
}

/** What the technical fold shows. */
export type ProofFacts = {
  readonly origin: string
  readonly size: number
  readonly root: string
  readonly signer: string
  readonly leafHash: string
  readonly pathLength: number
  /** False once the personal part was purged: the leaf still proves that the act happened. */
  readonly payloadPresent: boolean
}

export type Verdict =
  | { readonly kind: "verified"; readonly steps: ProofSteps; readonly facts: ProofFacts }
  | {
      readonly kind: "refuted"
      readonly cause: ProofCause
      readonly steps: ProofSteps
      readonly facts?: ProofFacts
    }

const NO_STEP: ProofSteps = { leaf: false, included: false, signed: false }

/**
 * Checks a C2SP tlog-proof of one entry without trusting who served it: recomputes the leaf from the entry
 * on screen, walks to the root, and checks the log's signature on it. Never throws: what cannot be read is
 * refuted.
 */
export async function verifyProof(
  proof: string,
  entry: AuditEntry,
  logKey: string,
): Promise<Verdict> {
  try {
    return await check(parseProof(proof), entry, logKey)
  } catch {
    return { kind: "refuted", cause: "malformed", steps: NO_STEP }
  }
}

async function check(proof: TlogProof, entry: AuditEntry, logKey: string): Promise<Verdict> {
  const key = await parseVerifierKey(logKey)
  const note = parseNote(proof.checkpoint)
  const checkpoint = parseCheckpoint(note.text)
  const hash = await leafHash(proof.opening.leaf)
  const signature = await checkSignature(note, key)
  const ownOrigin = checkpoint.origin === key.name
  const steps: ProofSteps = {
    leaf: await leafSays(proof.opening, entry),
    included: await isIncluded(hash, proof.index, checkpoint.size, proof.path, checkpoint.root),
    signed: signature === "signed" && ownOrigin,
  }
  const facts: ProofFacts = {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: toBase64(checkpoint.root),
    signer: key.name,
    leafHash: toBase64(hash),
    pathLength: proof.path.length,
    payloadPresent: proof.opening.payload !== undefined,
  }
  const refuted = (cause: ProofCause): Verdict => ({ kind: "refuted", cause, steps, facts })
  if (proof.index !== entry.index) return refuted("index")
  if (!steps.leaf) return refuted("leaf")
  if (!steps.included) return refuted("inclusion")
  if (signature === "missing") return refuted("key")
  if (signature === "false") return refuted("signature")
  if (!ownOrigin) return refuted("origin")
  return { kind: "verified", steps, facts }
}
