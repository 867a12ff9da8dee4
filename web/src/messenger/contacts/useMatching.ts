import { useEffect, useRef, useState } from "react"
import type { Directory, Match } from "../../core"
import { useSession } from "../app/SessionContext"
import type { ListEntry, ReadList } from "./read"

/** So many that a request stays below what the directory takes, whatever the names. */
const BATCH = 40

export type Matched = { readonly entry: ListEntry; readonly match: Match }

export type Matching =
  | { readonly step: "source" }
  | { readonly step: "running"; readonly done: number; readonly total: number }
  | { readonly step: "failed"; readonly error: unknown; readonly done: number }
  | { readonly step: "done"; readonly list: ReadList; readonly matched: readonly Matched[] }

const START: Matching = { step: "source" }

/** Asks the directory about a list, part by part; what was answered before a failure is not asked again. */
export function useMatching() {
  const { directory } = useSession()
  const [state, setState] = useState<Matching>(START)
  const list = useRef<ReadList>(undefined)
  const matched = useRef<readonly Matched[]>([])
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const go = async () => {
    const asked = list.current
    if (asked === undefined) return
    const abort = new AbortController()
    running.current = abort
    const total = asked.entries.length
    try {
      while (matched.current.length < total) {
        setState({ step: "running", done: matched.current.length, total })
        const at = matched.current.length
        const part = await matchPart(directory, asked.entries.slice(at, at + BATCH), abort.signal)
        if (abort.signal.aborted) return
        matched.current = [...matched.current, ...part]
      }
      setState({ step: "done", list: asked, matched: matched.current })
    } catch (error) {
      if (!abort.signal.aborted) setState({ step: "failed", error, done: matched.current.length })
    }
  }
  const start = (read: ReadList) => {
    running.current?.abort()
    list.current = read
    matched.current = []
    void go()
  }
  const reset = () => {
    running.current?.abort()
    list.current = undefined
    matched.current = []
    setState(START)
  }
  return { state, start, retry: () => void go(), reset }
}

async function matchPart(
  directory: Directory,
  entries: readonly ListEntry[],
  signal: AbortSignal,
): Promise<readonly Matched[]> {
  const { items } = await directory.matches(
    entries.map(({ row }) => row),
    signal,
  )
  if (items.length !== entries.length) throw new Error("another number of answers than of rows")
  return entries.flatMap((entry, at) => {
    const match = items[at]
    return match === undefined ? [] : [{ entry, match }]
  })
}
