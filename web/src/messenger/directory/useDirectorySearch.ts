import { useEffect, useState } from "react"
import type {
  ConversationList,
  Directory,
  Distance,
  Practitioner,
  PractitionerQuery,
  ProfessionCount,
} from "../../core"
import { useSession } from "../app/SessionContext"
import { nameKey, plain } from "../i18n/names"
import { queryOf, type Filters } from "./filters"
import { isForeignCursor } from "./foreignCursor"
import { centred, type Centre } from "./townCode"

const DEBOUNCE_MS = 120
const PAGE_SIZE = 20

/** What the directory answered. The last answer stays while the next one is on its way. */
export type SearchState = Answer & { readonly status: "idle" | "loading" | "done" | "failed" }

type Answer = {
  readonly items: readonly Practitioner[]
  readonly next?: string
  readonly registerDate?: string
  readonly professions?: readonly ProfessionCount[]
  readonly distances?: readonly Distance[]
  readonly centre?: Centre
  readonly error?: unknown
  /** Why the next page did not come. */
  readonly moreFailed?: unknown
}

const NOTHING: Answer = { items: [] }

/** Searches as people type, 120 ms after the last key; a newer search cancels the older one. */
export function useDirectorySearch(filters: Filters): SearchState & {
  readonly loadMore: () => Promise<void>
  readonly retry: () => void
} {
  const { directory, conversations } = useSession()
  const [answered, setAnswered] = useState({ to: "", answer: NOTHING })
  const [attempt, setAttempt] = useState(0)
  const query = queryOf(filters)
  const asked = query === undefined ? "" : JSON.stringify([attempt, query])

  useEffect(() => {
    if (asked === "") return
    const [, wanted] = JSON.parse(asked) as [number, PractitionerQuery]
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void search(directory, { ...wanted, counts: true }, abort.signal).then((answer) => {
        if (abort.signal.aborted) return
        const items = writtenToFirst(answer.items, conversations.list.get(), wanted.q)
        setAnswered({ to: asked, answer: { ...answer, items } })
      })
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [directory, conversations, asked])

  const retry = () => setAttempt((before) => before + 1)
  const loadMore = async () => {
    const { answer: first } = answered
    if (query === undefined || first.next === undefined) return
    const more = await search(directory, { ...query, cursor: first.next })
    if (isForeignCursor(more.error)) {
      retry()
      return
    }
    setAnswered((before) => {
      if (before.to !== asked || before.answer.next !== first.next) return before
      if (more.error !== undefined)
        return { to: asked, answer: { ...before.answer, moreFailed: more.error } }
      const page = writtenToFirst(more.items, conversations.list.get(), query.q)
      const items = [...before.answer.items, ...page]
      const distances = [...(before.answer.distances ?? []), ...(more.distances ?? [])]
      const { professions } = before.answer
      return {
        to: asked,
        answer: { ...more, items, distances, ...(professions !== undefined && { professions }) },
      }
    })
  }
  return { ...stateOf(asked, answered), loadMore, retry }
}

function stateOf(asked: string, answered: { to: string; answer: Answer }): SearchState {
  const { to, answer } = answered
  if (asked === "") return { ...NOTHING, status: "idle" }
  if (to !== asked)
    return {
      ...answer,
      next: undefined,
      error: undefined,
      moreFailed: undefined,
      status: "loading",
    }
  return { ...answer, status: answer.error === undefined ? "done" : "failed" }
}

/**
 * Of one page, whom the reader wrote to comes before those whose names fit the question as well, and
 * never before one whose name fits it better. Only this device knows; the directory is never told.
 * Rows that are shown already stay where they are.
 */
export function writtenToFirst(
  people: readonly Practitioner[],
  { items }: ConversationList,
  question = "",
): readonly Practitioner[] {
  const direct = items.filter(({ kind }) => kind === "direct")
  const written = new Set(
    direct.flatMap(({ members }) =>
      members.filter(({ me }) => !me).map(({ practitionerId }) => practitionerId),
    ),
  )
  const asked = wordsOf(question)
  const alike = new Map<string, Practitioner[]>()
  for (const yes of [true, false])
    for (const person of people.filter(({ id }) => written.has(id) === yes)) {
      const fit = fitOf(person, asked)
      alike.set(fit, [...(alike.get(fit) ?? []), person])
    }
  return people.map((person) => alike.get(fitOf(person, asked))?.shift() ?? person)
}

/** All that was asked stands in the name as it was written; else only the same name fits as well. */
function fitOf(person: Practitioner, asked: readonly string[]): string {
  const name = nameKey(person)
  const words = new Set(name.split(" "))
  return asked.every((word) => words.has(word)) ? "" : name
}

function wordsOf(question: string): readonly string[] {
  return plain(question)
    .split(" ")
    .filter((word) => word !== "")
}

async function search(
  directory: Directory,
  wanted: PractitionerQuery,
  signal?: AbortSignal,
): Promise<Answer> {
  try {
    const { query, centre } = await centred(directory, wanted, signal)
    const page = await directory.search({ ...query, limit: PAGE_SIZE }, signal)
    return { ...page, ...(centre !== undefined && { centre }) }
  } catch (error) {
    return { items: [], error }
  }
}
