import { useCallback, useEffect, useRef, useState } from "react"
import { ApiProblem, type TopUpStatus } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { repeatWhileSeen } from "./repeatWhileSeen"
import { standingOf } from "./topUpStanding"

/** Every look is an entry of the log, and the source is asked every ten minutes: no oftener than of use. */
const AT_REST_MS = 30_000
const RUNNING_MS = 5_000

type Read = {
  readonly known?: { readonly status: TopUpStatus; readonly readAt: Date }
  readonly failure?: unknown
}

/**
 * Where the top-up stands, read again while somebody looks. A failed reading takes nothing away, and one that
 * began before the answer to an acceptance does not undo it.
 */
export function useTopUp() {
  const { administration } = useSession()
  const [read, setRead] = useState<Read>({})
  const turn = useRef(0)

  const load = useCallback(
    async (signal?: AbortSignal): Promise<number | undefined> => {
      turn.current += 1
      const mine = turn.current
      try {
        const status = await administration.topUp(signal)
        if (mine === turn.current) setRead({ known: { status, readAt: new Date() } })
        return standingOf(status) === "running" ? RUNNING_MS : AT_REST_MS
      } catch (failure) {
        if (mine === turn.current && signal?.aborted !== true)
          setRead((before) => ({ ...before, failure }))
        return isForbidden(failure) ? undefined : AT_REST_MS
      }
    },
    [administration],
  )
  const put = useCallback((status: TopUpStatus) => {
    turn.current += 1
    setRead({ known: { status, readAt: new Date() } })
  }, [])
  useEffect(() => repeatWhileSeen(load, 0), [load])
  return { ...read, load, put }
}

function isForbidden(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.status === 403
}
