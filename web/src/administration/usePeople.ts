import { useCallback, useEffect, useRef, useState } from "react"
import type { PeopleQuery, PersonEntry, PractitionerId } from "../core"
import { useSession } from "../messenger/app/SessionContext"

type People = {
  readonly items: readonly PersonEntry[]
  readonly next?: PractitionerId
  readonly status: "loading" | "done" | "failed"
  readonly failure?: unknown
}

/** People for one question, page by page; only the latest answer counts, and a failed page takes nothing away. */
export function usePeople() {
  const { administration } = useSession()
  const [state, setState] = useState<People>({ items: [], status: "loading" })
  const asked = useRef<PeopleQuery>({})
  const turn = useRef(0)

  const load = useCallback(
    async (query: PeopleQuery, before: readonly PersonEntry[]) => {
      turn.current += 1
      const mine = turn.current
      setState({ items: before, status: "loading" })
      try {
        const page = await administration.people(query)
        if (mine !== turn.current) return
        const items = [...before, ...page.items]
        setState({ items, status: "done", ...(page.next !== undefined && { next: page.next }) })
      } catch (failure) {
        if (mine !== turn.current) return
        const { after } = query
        const next = after === undefined ? {} : { next: after }
        setState({ items: before, status: "failed", failure, ...next })
      }
    },
    [administration],
  )
  useEffect(() => {
    void Promise.resolve().then(() => load({}, []))
  }, [load])
  const ask = (query: PeopleQuery) => {
    asked.current = query
    return load(query, [])
  }
  const more = () =>
    state.next === undefined
      ? Promise.resolve()
      : load({ ...asked.current, after: state.next }, state.items)
  return { ...state, ask, more, retry: () => ask(asked.current) }
}
