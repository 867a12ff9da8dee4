import { useEffect, useState } from "react"
import { useSession } from "../app/SessionContext"
import { activeFilters, queryOf, withoutFilter, type FilterName, type Filters } from "./filters"
import { centred } from "./townCode"

const REST_MS = 500

/**
 * Where nothing was found: the filters without which somebody would be, asked once typing rests, one
 * request per filter and one at a time. Undefined until known, or when the directory does not answer.
 */
export function useHelpfulDrops(filters: Filters): readonly FilterName[] | undefined {
  const { directory } = useSession()
  const [known, setKnown] = useState<{ to: string; drops: readonly FilterName[] }>()
  const asked = JSON.stringify(filters)
  useEffect(() => {
    const wanted = JSON.parse(asked) as Filters
    const abort = new AbortController()
    const find = async () => {
      const drops: FilterName[] = []
      for (const name of activeFilters(wanted)) {
        const wider = queryOf(withoutFilter(wanted, name))
        if (wider === undefined) continue
        const { query } = await centred(directory, wider, abort.signal)
        const { items } = await directory.search({ ...query, limit: 1 }, abort.signal)
        if (abort.signal.aborted) return
        if (items.length > 0) drops.push(name)
      }
      setKnown({ to: asked, drops })
    }
    // Advice only: without an answer all filters are offered alike.
    const timer = setTimeout(() => void find().catch(() => undefined), REST_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [directory, asked])
  return known?.to === asked ? known.drops : undefined
}
