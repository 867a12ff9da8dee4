/**
 * Calls `step`, and again after as many milliseconds as it answers, one call at a time; not while nobody
 * looks, but as soon as somebody does again. Ends when `step` answers nothing, or when the answer is called.
 */
export function repeatWhileSeen(
  step: (signal: AbortSignal) => Promise<number | undefined>,
  firstAfter: number,
): () => void {
  const leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let over = false
  const ask = async () => {
    timer = undefined
    if (document.hidden || asking || over) return
    asking = true
    const after = await step(leaving.signal)
    asking = false
    if (leaving.signal.aborted) return
    over = after === undefined
    if (after !== undefined) timer = setTimeout(() => void ask(), after)
  }
  const seen = () => {
    if (timer === undefined) void ask()
  }
  timer = setTimeout(() => void ask(), firstAfter)
  document.addEventListener("visibilitychange", seen)
  return () => {
    leaving.abort()
    clearTimeout(timer)
    document.removeEventListener("visibilitychange", seen)
  }
}
