import { useEffect, useState } from "react"
import type { Commune } from "../../core"
import { useSession } from "../app/SessionContext"

const DEBOUNCE_MS = 120
const LEAST_LETTERS = 2
const NONE: readonly Commune[] = []

/**
 * What the directory suggests for what is typed, once typing rests. Nothing while it is undefined, too
 * short or on its way; advice only, so that a directory that does not answer suggests nothing.
 */
export function useCommunes(typed: string | undefined): readonly Commune[] {
  const { directory } = useSession()
  const [found, setFound] = useState({ to: "", communes: NONE })
  const asked = typed === undefined || typed.trim().length < LEAST_LETTERS ? "" : typed.trim()
  useEffect(() => {
    if (asked === "") return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      directory.communes(asked, abort.signal).then(
        (communes) => {
          if (!abort.signal.aborted) setFound({ to: asked, communes })
        },
        () => undefined,
      )
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [directory, asked])
  return asked !== "" && found.to === asked ? found.communes : NONE
}
