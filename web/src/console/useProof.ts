import { useEffect, useState } from "react"
import { ApiProblem, type AuditEntry } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { readLogKey } from "./logKey"
import { verifyProof, type Verdict } from "./proof"

/** Checkpoints are signed each second: one that is missing is asked for again by itself, for a while. */
const PENDING_RETRY_MS = 1_500
const PENDING_TRIES = 20

export type ProofState =
  | { readonly kind: "checking" }
  | { readonly kind: "pending" }
  | { readonly kind: "unavailable" }
  | {
      readonly kind: "checked"
      readonly verdict: Verdict
      readonly file: string
      readonly pinChanged: boolean
    }

/** Fetches the proof of an entry and the log's key, and checks one against the other in this browser. */
export function useProof(entry: AuditEntry): ProofState & { readonly retry: () => void } {
  const { audit } = useSession()
  const [state, setState] = useState<ProofState>({ kind: "checking" })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (next: ProofState) => {
      if (!left) setState(next)
    }
    void Promise.all([audit.proof(entry.id), readLogKey()])
      .then(async ([file, logKey]) => {
        const verdict = await verifyProof(file, entry, logKey.key)
        settle({ kind: "checked", verdict, file, pinChanged: logKey.kind === "changed" })
      })
      .catch((error: unknown) => {
        const pending = error instanceof ApiProblem && error.status === 503
        settle({ kind: pending ? "pending" : "unavailable" })
        if (pending && !left && attempt < PENDING_TRIES) {
          timer = setTimeout(() => setAttempt((before) => before + 1), PENDING_RETRY_MS)
        }
      })
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [audit, entry, attempt])
  const retry = () => {
    setState({ kind: "checking" })
    setAttempt((before) => before + 1)
  }
  return { ...state, retry }
}
