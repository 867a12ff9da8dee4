import { useEffect, useState } from "react"
import type { Directory, Practitioner, PractitionerQuery } from "../../core"
import { useSession } from "../app/SessionContext"

const DEBOUNCE_MS = 120
const PAGE_SIZE = 20
const LEAST_LETTERS = 2

export type Filters = { readonly text: string; readonly profession: string; readonly town: string }

/** What the directory answered. The last answer stays while the next one is on its way. */
export type SearchState = {
  readonly items: readonly Practitioner[]
  readonly next?: string
  readonly registerDate?: string
  readonly status: "idle" | "loading" | "done" | "failed"
  readonly error?: unknown
}

const IDLE: SearchState = { items: [], status: "idle" }

/** Searches as people type, 120 ms after the last key; a newer search cancels the older one. */
export function useDirectorySearch(filters: Filters): SearchState & {
  readonly loadMore: () => Promise<void>
  readonly retry: () => void
} {
  const { directory } = useSession()
  const [state, setState] = useState<SearchState>(IDLE)
  const [attempt, setAttempt] = useState(0)
  const { text, profession, town } = filters

  useEffect(() => {
    const query = queryOf({ text, profession, town })
    if (query === undefined) {
      // The answer belongs to words that are gone: forget it.
      setState(IDLE)
      return
    }
    const abort = new AbortController()
    setState((before) => ({ ...before, status: "loading" }))
    const timer = setTimeout(() => {
      void search(directory, query, abort.signal).then((answer) => {
        if (!abort.signal.aborted) setState(answer)
      })
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [directory, text, profession, town, attempt])

  const loadMore = async () => {
    const query = queryOf(filters)
    if (query === undefined || state.next === undefined) return
    const answer = await search(directory, { ...query, cursor: state.next })
    setState((before) =>
      answer.status === "failed"
        ? before
        : { ...answer, items: [...before.items, ...answer.items] },
    )
  }
  return { ...state, loadMore, retry: () => setAttempt((before) => before + 1) }
}

async function search(
  directory: Directory,
  query: PractitionerQuery,
  signal?: AbortSignal,
): Promise<SearchState> {
  try {
    return { ...(await directory.search(query, signal)), status: "done" }
  } catch (error) {
    return { items: [], status: "failed", error }
  }
}

function queryOf(filters: Filters): PractitionerQuery | undefined {
  const text = filters.text.trim()
  const town = filters.town.trim()
  const enough = text.length >= LEAST_LETTERS || town.length >= LEAST_LETTERS
  if (!enough && filters.profession === "") return undefined
  return {
    ...(text !== "" && { q: text }),
    ...(filters.profession !== "" && { profession: filters.profession }),
    ...(town !== "" && { town }),
    limit: PAGE_SIZE,
  }
}
