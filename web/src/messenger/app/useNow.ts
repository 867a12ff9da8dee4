import { useSyncExternalStore } from "react"
import { Subject } from "../../core"

const TICK_MS = 30_000
const clock = new Subject(Date.now())
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  if (!clock.observed) clock.set(Date.now())
  const stop = clock.subscribe(listener)
  timer ??= setInterval(() => clock.set(Date.now()), TICK_MS)
  return () => {
    stop()
    if (!clock.observed && timer !== undefined) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The time, half a minute fresh: enough for "hier" and "Pas encore remis", and one timer for the page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, clock.get)
}
