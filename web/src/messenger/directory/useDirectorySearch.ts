import { useEffect, useState } from "react"
import type { Directory, Practitioner, PractitionerQuery } from "../../core"
import { useSession } from "../app/SessionContext"

const DEBOUNCE_MS = 120
const PAGE_SIZE = 20
const LEAST_LETTERS = 2

export type Filters = { readonly text: string; readonly profession: string; readonly town: string }

/** What the directory answered. The last answer stays while the next one is on its way. */
export type SearchState = Answer & { readonly status: "idle" | "loading" | "done" | "failed" }

type Answer = {
  readonly items: readonly Practitioner[]
  readonly next?: string
  readonly registerDate?: string
  readonly error?: unknown
}

const NOTHING: Answer = { items: [] }

/** Searches as people type, 120 ms after the last key; a newer search cancels the older one. */
export function useDirectorySearch(filters: Filters): SearchState & {
  readonly loadMore: () => Promise<void>
  readonly retry: () => void
} {
  const { directory } = useSession()
  const [answered, setAnswered] = useState({ to: "", answer: NOTHING })
  const [attempt, setAttempt] = useState(0)
  const query = queryOf(filters)
  const asked = query === undefined ? "" : JSON.stringify([attempt, query])

  useEffect(() => {
    if (asked === "") return
    const [, wanted] = JSON.parse(asked) as [number, PractitionerQuery]
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void search(directory, wanted, abort.signal).then((answer) => {
        if (!abort.signal.aborted) setAnswered({ to: asked, answer })
      })
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [directory, asked])

  const loadMore = async () => {
    const cursor = answered.answer.next
    if (query === undefined || cursor === undefined) return
    const more = await search(directory, { ...query, cursor })
    if (more.error !== undefined) return
    setAnswered((before) => {
      const items = [...before.answer.items, ...more.items]
      return before.to === asked ? { to: asked, answer: { ...more, items } } : before
    })
  }
  const retry = () => setAttempt((before) => before + 1)
  return { ...stateOf(asked, answered), loadMore, retry }
}

function stateOf(asked: string, answered: { to: string; answer: Answer }): SearchState {
  const { to, answer } = answered
  if (asked === "") return { ...NOTHING, status: "idle" }
  if (to !== asked) return { items: answer.items, status: "loading" }
  return { ...answer, status: answer.error === undefined ? "done" : "failed" }
}

async function search(
  directory: Directory,
  query: PractitionerQuery,
  signal?: AbortSignal,
): Promise<Answer> {
  try {
    return await directory.search(query, signal)
  } catch (error) {
    return { items: [], error }
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
