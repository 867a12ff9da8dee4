import { useEffect, type RefObject } from "react"
import type { OpenConversation } from "../../core"

const SIGHT_MS = 1_000

/**
 * Says a message is read once its end was in sight for one second, in a window that has the focus.
 * `rows` only tells when to look for new messages.
 */
export function useReadTracking(
  region: RefObject<HTMLElement | null>,
  open: OpenConversation,
  rows: number,
): void {
  useEffect(() => {
    const box = region.current
    if (box === null || typeof IntersectionObserver === "undefined") return
    const inSight = new Set<number>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (!document.hasFocus() || document.hidden || inSight.size === 0) return
      timer = setTimeout(() => open.markRead(Math.max(...inSight)), SIGHT_MS)
    }
    const stop = () => clearTimeout(timer)
    const observer = new IntersectionObserver(
      (changes) => {
        for (const change of changes) {
          const sequence = Number((change.target as HTMLElement).dataset.readMark)
          if (change.isIntersecting) inSight.add(sequence)
          else inSight.delete(sequence)
        }
        look()
      },
      { root: box, threshold: 1 },
    )
    for (const mark of box.querySelectorAll("[data-read-mark]")) observer.observe(mark)
    window.addEventListener("focus", look)
    window.addEventListener("blur", stop)
    document.addEventListener("visibilitychange", look)
    return () => {
      stop()
      observer.disconnect()
      window.removeEventListener("focus", look)
      window.removeEventListener("blur", stop)
      document.removeEventListener("visibilitychange", look)
    }
  }, [region, open, rows])
}
