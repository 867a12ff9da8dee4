import { useEffect } from "react"
import type { ConversationSummary } from "../../core"
import { orderForList } from "../list/order"
import { navigate, openLayer, type Route } from "./routes"
import { useObservable, useSession } from "./SessionContext"

export const SHORTCUTS_LAYER = "shortcuts"

/** The keys that work everywhere. Bound by character, so that they hold on AZERTY as on QWERTY. */
export function useShortcuts(route: Route): void {
  const { items } = useObservable(useSession().conversations.list)
  const current = route.page === "conversation" ? route.id : undefined
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector("dialog[open]") !== null) return
      if (handle(event, items, current)) event.preventDefault()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [items, current])
}

function handle(
  event: KeyboardEvent,
  items: readonly ConversationSummary[],
  current: string | undefined,
): boolean {
  const command = event.ctrlKey || event.metaKey
  if (command && event.key.toLowerCase() === "k") return focusSearch()
  if (command && event.key === "/") {
    openLayer(SHORTCUTS_LAYER)
    return true
  }
  if (event.key === "F6") return focusNextZone(event.shiftKey ? -1 : 1)
  if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    return step(items, current, event.key === "ArrowDown" ? 1 : -1, event.shiftKey)
  }
  return false
}

function step(
  items: readonly ConversationSummary[],
  current: string | undefined,
  direction: 1 | -1,
  unreadOnly: boolean,
): boolean {
  const ordered = orderForList(items)
  const start = ordered.findIndex((item) => item.id === current)
  for (let at = start + direction; at >= 0 && at < ordered.length; at += direction) {
    const candidate = ordered[at]
    if (candidate !== undefined && (!unreadOnly || candidate.unread > 0)) {
      navigate({ page: "conversation", id: candidate.id })
      return true
    }
  }
  return false
}

function focusSearch(): boolean {
  const field = visible(document.querySelectorAll<HTMLElement>("input[type=search]"))[0]
  if (field !== undefined) {
    field.focus()
    return true
  }
  navigate({ page: "directory" })
  return true
}

function focusNextZone(direction: 1 | -1): boolean {
  const zones = visible(document.querySelectorAll<HTMLElement>("nav, [data-focus-zone]"))
  if (zones.length === 0) return false
  const here = zones.findIndex((zone) => zone.contains(document.activeElement))
  const next = zones[(here + direction + zones.length) % zones.length]
  next?.querySelector<HTMLElement>("a[href], button, input, textarea, [tabindex]")?.focus()
  return true
}

function visible(elements: Iterable<HTMLElement>): HTMLElement[] {
  return [...elements].filter((element) => element.getClientRects().length > 0)
}
