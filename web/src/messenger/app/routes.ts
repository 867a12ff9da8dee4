import { useSyncExternalStore } from "react"
import { isUuid } from "../../core/ids"
import type { ConversationId, PractitionerId } from "../../core"

/** Every page of the messenger. Addresses hold opaque ids only, never a name or a search. */
export type Route =
  | { readonly page: "messages" }
  | { readonly page: "conversation"; readonly id: ConversationId }
  | { readonly page: "directory" }
  | { readonly page: "contacts" }
  | { readonly page: "card"; readonly id: PractitionerId }
  | { readonly page: "structure"; readonly id: string }
  | { readonly page: "devices" }
  | { readonly page: "settings" }
  | { readonly page: "console" }
  | { readonly page: "staff" }
  | { readonly page: "administration-register" }
  | { readonly page: "administration-people" }
  | { readonly page: "administration-updates" }
  | { readonly page: "not-found" }

/** A key, or an identifier of the register in an old address: the page puts the key in its place. */
const STRUCTURE = /^[A-Za-z0-9_-]{1,64}$/

export function parseRoute(pathname: string): Route {
  const [head = "", id, ...rest] = pathname.split("/").filter((part) => part !== "")
  const [structure] = rest
  if (head === "directory" && id === "structures" && structure !== undefined)
    return rest.length === 1 && STRUCTURE.test(structure)
      ? { page: "structure", id: structure }
      : { page: "not-found" }
  if (rest.length > 0) return { page: "not-found" }
  if (head === "conversations" && isUuid(id)) {
    return { page: "conversation", id: id as ConversationId }
  }
  if (head === "directory" && id === "contacts") return { page: "contacts" }
  if (head === "directory" && isUuid(id)) return { page: "card", id: id as PractitionerId }
  if (head === "administration" && (id === undefined || id === "register"))
    return { page: "administration-register" }
  if (head === "administration" && id === "people") return { page: "administration-people" }
  if (head === "administration" && id === "updates") return { page: "administration-updates" }
  if (id !== undefined) return { page: "not-found" }
  if (head === "" || head === "conversations") return { page: "messages" }
  if (head === "directory" || head === "devices" || head === "settings" || head === "console")
    return { page: head }
  if (head === "my-structure") return { page: "staff" }
  return { page: "not-found" }
}

export function pathOf(route: Route): string {
  switch (route.page) {
    case "messages":
      return "/"
    case "conversation":
      return `/conversations/${route.id}`
    case "card":
      return `/directory/${route.id}`
    case "contacts":
      return "/directory/contacts"
    case "structure":
      return `/directory/structures/${route.id}`
    case "directory":
    case "devices":
    case "settings":
    case "console":
      return `/${route.page}`
    case "staff":
      return "/my-structure"
    case "administration-register":
      return "/administration/register"
    case "administration-people":
      return "/administration/people"
    case "administration-updates":
      return "/administration/updates"
    case "not-found":
      return "/not-found"
  }
}

const CHANGED = "liaison:navigate"

/** Goes to a page; `replace` leaves no trace for the back gesture. */
export function navigate(route: Route, options?: { readonly replace?: boolean }): void {
  const path = pathOf(route)
  if (path === window.location.pathname && history.state === null) return
  // A layer is left behind, not come back to.
  if (options?.replace === true || currentLayer() !== undefined)
    history.replaceState(null, "", path)
  else history.pushState(null, "", path)
  window.dispatchEvent(new Event(CHANGED))
}

/** The page before, or `fallback` when this page was opened directly. */
export function goBack(fallback: Route): void {
  if (history.length > 1) history.back()
  else navigate(fallback, { replace: true })
}

/** A layer (dialog, viewer) is a step of the history, so that the phone's back gesture closes it first. */
export function openLayer(name: string): void {
  history.pushState({ layer: name }, "", window.location.pathname)
  window.dispatchEvent(new Event(CHANGED))
}

export function closeLayer(name: string): void {
  if (currentLayer() === name) history.back()
}

function currentLayer(): string | undefined {
  const state: unknown = history.state
  return typeof state === "object" && state !== null && "layer" in state
    ? String(state.layer)
    : undefined
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener("popstate", listener)
    window.removeEventListener(CHANGED, listener)
  }
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname)
  return parseRoute(path)
}

/** The layer on top, by name, or undefined. */
export function useLayer(): string | undefined {
  return useSyncExternalStore(subscribe, currentLayer)
}
