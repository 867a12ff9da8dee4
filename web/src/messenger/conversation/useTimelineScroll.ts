import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react"
import type { Timeline } from "../../core"

const NEAR_BOTTOM_PX = 80

/**
 * Keeps the reader's place: opens at the first unread message or at the end, follows new messages only
 * while the end is in sight, and holds still when older ones are put above.
 */
export function useTimelineScroll(region: RefObject<HTMLElement | null>, timeline: Timeline) {
  const pinned = useRef(true)
  const opened = useRef(false)
  const before = useRef({ first: "", last: "", height: 0, count: 0 })
  const [away, setAway] = useState(false)
  const [arrived, setArrived] = useState(0)
  const { items } = timeline

  const toLatest = useCallback(() => {
    const box = region.current
    if (box === null) return
    box.scrollTop = box.scrollHeight
    pinned.current = true
    setAway(false)
    setArrived(0)
  }, [region])

  useLayoutEffect(() => {
    const box = region.current
    if (box === null) return
    const first = items[0]?.id ?? ""
    const last = items.at(-1)
    const was = before.current
    before.current = { first, last: last?.id ?? "", height: box.scrollHeight, count: items.length }
    if (!opened.current) {
      opened.current = true
      const unread = box.querySelector("[data-unread-line]")
      if (unread === null) box.scrollTop = box.scrollHeight
      else unread.scrollIntoView({ block: "center" })
      return
    }
    if (first !== was.first && last?.id === was.last) {
      box.scrollTop += box.scrollHeight - was.height
      return
    }
    if (last === undefined || last.id === was.last) {
      if (pinned.current) box.scrollTop = box.scrollHeight
      return
    }
    const own = last.kind === "message" && last.own
    if (pinned.current || own) toLatest()
    else setArrived((count) => count + Math.max(items.length - was.count, 1))
  }, [items, region, toLatest])

  useEffect(() => {
    const box = region.current
    if (box === null || typeof ResizeObserver === "undefined") return
    const observer = new ResizeObserver(() => {
      if (pinned.current) box.scrollTop = box.scrollHeight
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [region])

  const onScroll = useCallback(() => {
    const box = region.current
    if (box === null) return
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_BOTTOM_PX
    pinned.current = near
    setAway(!near)
    if (near) setArrived(0)
  }, [region])

  const older = useCallback(async (load: () => Promise<void>) => {
    pinned.current = false
    await load()
  }, [])

  return { away, arrived, toLatest, onScroll, older }
}
