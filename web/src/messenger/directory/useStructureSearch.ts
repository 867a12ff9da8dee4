import { useEffect, useState } from "react"
import type { Structure, StructurePage } from "../../core"
import { useSession } from "../app/SessionContext"

const DEBOUNCE_MS = 120
const LEAST_LETTERS = 2
const PAGE_SIZE = 20

type Answered = { readonly to: string; readonly page?: StructurePage; readonly error?: unknown }

export type StructureSearchState = {
  readonly status: "idle" | "loading" | "done" | "failed"
  readonly items: readonly Structure[]
  readonly next?: string | undefined
  readonly error?: unknown
  readonly loadMore: () => Promise<void>
  readonly retry: () => void
}

/** Searches structures as people type; a newer search cancels the older one. */
export function useStructureSearch(text: string): StructureSearchState {
  const { directory } = useSession()
  const [answered, setAnswered] = useState<Answered>({ to: "" })
  const [attempt, setAttempt] = useState(0)
  const q = text.trim()
  const asked = q.length < LEAST_LETTERS ? "" : JSON.stringify([attempt, q])
  useEffect(() => {
    if (asked === "") return
    const [, words] = JSON.parse(asked) as [number, string]
    const abort = new AbortController()
    const timer = setTimeout(() => {
      directory.structures({ q: words, limit: PAGE_SIZE }, abort.signal).then(
        (page) => {
          if (!abort.signal.aborted) setAnswered({ to: asked, page })
        },
        (error: unknown) => {
          if (!abort.signal.aborted) setAnswered({ to: asked, error })
        },
      )
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [directory, asked])

  const loadMore = async () => {
    const cursor = answered.page?.next
    if (cursor === undefined || answered.to !== asked) return
    // A page that does not come leaves the button where it is.
    const more = await directory.structures({ q, limit: PAGE_SIZE, cursor }).catch(() => undefined)
    if (more === undefined) return
    setAnswered((before) =>
      before.to === asked && before.page?.next === cursor
        ? { to: asked, page: { ...more, items: [...before.page.items, ...more.items] } }
        : before,
    )
  }
  const current = answered.to === asked
  const items = asked === "" ? [] : (answered.page?.items ?? [])
  const status =
    asked === "" ? "idle" : !current ? "loading" : answered.error === undefined ? "done" : "failed"
  const next = current ? answered.page?.next : undefined
  const retry = () => setAttempt((before) => before + 1)
  return { status, items, next, error: answered.error, loadMore, retry }
}
