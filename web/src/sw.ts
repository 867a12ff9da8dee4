import type { WorkerScope } from "./sw/scope"
import { answer, dropOldShells, isShell, keepShell } from "./sw/shell"
import { notificationText } from "./sw/texts"

/**
 * The service worker: opens the shell without a network and turns a push, which carries nothing, into
 * a constant notification. It holds no key and never sees content.
 *
 * Messages: to pages `{type: "push"}` (something waits: catch up); from a page `{type: "update"}`
 * (start the new version now).
 */
const worker = globalThis as unknown as WorkerScope

worker.addEventListener("install", (event) => event.waitUntil(keepShell()))

worker.addEventListener("activate", (event) =>
  event.waitUntil(dropOldShells().then(() => worker.clients.claim())),
)

worker.addEventListener("fetch", (event) => {
  if (isShell(event.request, worker.location.origin)) event.respondWith(answer(event.request))
})

worker.addEventListener("push", (event) => event.waitUntil(onPush()))

worker.addEventListener("notificationclick", (event) => {
  event.notification.close()
  event.waitUntil(show())
})

worker.addEventListener("message", (event) => {
  if ((event.data as { type?: unknown } | null)?.type === "update")
    event.waitUntil(worker.skipWaiting())
})

/** A page in view catches up and tells by itself; otherwise the person is told that something waits. */
async function onPush(): Promise<void> {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true })
  for (const page of pages) page.postMessage({ type: "push" })
  if (pages.some((page) => page.visibilityState === "visible")) return
  const { title, body } = notificationText(worker.navigator.language)
  await worker.registration.showNotification(title, {
    body,
    tag: "liaison",
    icon: "/icon.svg",
    badge: "/icon.svg",
  })
}

async function show(): Promise<void> {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true })
  const open = pages[0]
  await (open ? open.focus() : worker.clients.openWindow("/"))
}
