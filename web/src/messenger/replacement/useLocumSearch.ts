import { useEffect, useState } from "react"
import type { Distance, Practitioner } from "../../core"
import { useSession } from "../app/SessionContext"

const PAUSE_MS = 300
const SHORTEST = 2
const MOST = 20

type Found = {
  readonly of: string
  readonly items?: readonly Practitioner[]
  readonly distances?: readonly Distance[]
}

/**
 * Locums near by while nothing is typed, people of the same profession by name afterwards. `structure` = whose
 * administrator asks for that person.
 */
export function useLocumSearch(person: Practitioner, structure: string | undefined, typed: string) {
  const { delegations, directory } = useSession()
  const [found, setFound] = useState<Found>()
  const text = typed.trim()
  const wanted = text.length < SHORTEST ? "" : text
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        const answer =
          wanted === ""
            ? await delegations.candidates(
                abort.signal,
                structure === undefined
                  ? undefined
                  : { replacedId: person.id, structureId: structure },
              )
            : await directory.search(
                { q: wanted, professionCode: person.professionCode, limit: MOST },
                abort.signal,
              )
        const items = answer.items.filter(
          ({ id, category }) => id !== person.id && category !== "student",
        )
        setFound({ of: wanted, items, ...(answer.distances && { distances: answer.distances }) })
      } catch {
        if (!abort.signal.aborted) setFound({ of: wanted })
      }
    }
    const timer = setTimeout(() => void ask(), wanted === "" ? 0 : PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [delegations, directory, person, structure, wanted])
  const current = found?.of === wanted ? found : undefined
  return {
    items: current?.items,
    distances: current?.distances ?? [],
    failed: current !== undefined && current.items === undefined,
    searching: wanted !== "",
  }
}
