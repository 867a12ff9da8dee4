import { useEffect, useState } from "react"
import type { Structure, StructurePage } from "../../core"
import { useSession } from "../app/SessionContext"
import { isForeignCursor } from "./foreignCursor"

const DEBOUNCE_MS = 120
const LEAST_LETTERS = 2
const PAGE_SIZE = 20

type Answered = {
  readonly to: string
  readonly page?: StructurePage
  readonly error?: unknown
  /** Why the next page did not come. */
  readonly moreFailed?: unknown
}

export type StructureSearchState = {
  readonly status: "idle" | "loading" | "done" | "failed"
  readonly items: readonly Structure[]
  readonly next?: string | undefined
  readonly error?: unknown
  readonly moreFailed?: unknown
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

  const retry = () => setAttempt((before) => before + 1)
  const loadMore = async () => {
    const cursor = answered.page?.next
    if (cursor === undefined || answered.to !== asked) return
    const goOn = (after: (page: StructurePage) => Answered) =>
      setAnswered((before) =>
        before.to === asked && before.page?.next === cursor ? after(before.page) : before,
      )
    try {
      const more = await directory.structures({ q, limit: PAGE_SIZE, cursor })
      goOn(({ items }) => ({ to: asked, page: { ...more, items: [...items, ...more.items] } }))
    } catch (error) {
      if (isForeignCursor(error)) retry()
      else goOn((page) => ({ to: asked, page, moreFailed: error }))
    }
  }
  const current = answered.to === asked
  const items = asked === "" ? [] : (answered.page?.items ?? [])
  const status =
    asked === "" ? "idle" : !current ? "loading" : answered.error === undefined ? "done" : "failed"
  const next = current ? answered.page?.next : undefined
  const { error, moreFailed } = answered
  return { status, items, next, error, moreFailed, loadMore, retry }
}
