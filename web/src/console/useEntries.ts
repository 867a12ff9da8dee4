import { useCallback, useEffect, useRef, useState } from "react"
import type { AuditEntry, AuditQuery } from "../core"
import { useSession } from "../messenger/app/SessionContext"

export type EntriesState = {
  readonly items: readonly AuditEntry[]
  readonly next?: string
  readonly status: "loading" | "done" | "failed"
}

const PAGE = 50

/** The rows of the log for one question, the newest at first; older pages are put below on request. */
export function useEntries() {
  const { audit } = useSession()
  const [state, setState] = useState<EntriesState>({ items: [], status: "loading" })
  const asked = useRef<AuditQuery>({})
  const turn = useRef(0)

  const load = useCallback(
    async (query: AuditQuery, before: readonly AuditEntry[]) => {
      turn.current += 1
      const mine = turn.current
      setState((now) => ({ ...now, status: "loading" }))
      try {
        const page = await audit.entries({ ...query, limit: PAGE })
        if (mine !== turn.current) return
        const items = [...before, ...page.items]
        setState({ items, status: "done", ...(page.next !== undefined && { next: page.next }) })
      } catch {
        if (mine === turn.current) setState((now) => ({ ...now, status: "failed" }))
      }
    },
    [audit],
  )
  useEffect(() => {
    void Promise.resolve().then(() => load({}, []))
  }, [load])
  const ask = (query: AuditQuery) => {
    asked.current = query
    return load(query, [])
  }
  const more = () =>
    state.next === undefined
      ? Promise.resolve()
      : load({ ...asked.current, cursor: state.next }, state.items)
  return { ...state, ask, more, retry: () => ask(asked.current) }
}
