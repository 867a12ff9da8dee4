import { useEffect, useState } from "react"
import { ApiProblem, type Practitioner } from "../core"
import { useSession } from "../messenger/app/SessionContext"

const PAUSE_MS = 300
const SHORTEST = 2
const MOST = 50

type Found = {
  readonly of: string
  readonly items?: readonly Practitioner[]
  readonly next?: string | undefined
}

/** Who practises at a structure, page by page, or those among them whose name was typed; nobody in training. */
export function useColleagues(structure: string, typed: string) {
  const { directory } = useSession()
  const [found, setFound] = useState<Found>()
  const text = typed.trim()
  const wanted = text.length < SHORTEST ? "" : text
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        if (wanted === "") {
          const { items, next } = await directory.members(structure, undefined, abort.signal)
          setFound({ of: wanted, items: qualified(items), next })
        } else {
          const query = { q: wanted, structure, limit: MOST }
          const { items } = await directory.search(query, abort.signal)
          setFound({ of: wanted, items: qualified(items) })
        }
      } catch (error) {
        if (!abort.signal.aborted) setFound({ of: wanted, ...(isMissing(error) && { items: [] }) })
      }
    }
    const timer = setTimeout(() => void ask(), wanted === "" ? 0 : PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [directory, structure, wanted])
  const current = found?.of === wanted ? found : undefined
  const more = async () => {
    if (current?.items === undefined || current.next === undefined) return
    const { items, next } = current
    // Whoever typed meanwhile sees that, and not this page.
    const goOn = (found: Found) => setFound((now) => (now === current ? found : now))
    try {
      const page = await directory.members(structure, next)
      goOn({ of: wanted, items: [...items, ...qualified(page.items)], next: page.next })
    } catch {
      goOn({ of: wanted })
    }
  }
  return {
    items: current?.items,
    failed: current !== undefined && current.items === undefined,
    searching: wanted !== "",
    more: current?.next === undefined ? undefined : more,
  }
}

function qualified(people: readonly Practitioner[]): readonly Practitioner[] {
  return people.filter(({ category, source }) => category !== "student" && source === "register")
}

/** Nobody practises there: the directory does not know it. */
function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404
}
