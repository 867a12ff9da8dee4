import { browserPage } from "./auth/browser"
import { Oidc } from "./auth/oidc"
import { LiveSession } from "./liveSession"
import { registerServiceWorker } from "./push/serviceWorker"
import { webPush } from "./push/webPush"
import type { Session } from "./session"
import { IndexedDbStore } from "./store/indexedDbStore"
import { WebWriterLock } from "./store/writerLock"
import type { Socket } from "./sync/stream"

/** The session of this browser tab, against the gateway that served the page. Call once. */
export function createSession(options: { readonly origin?: string } = {}): Session {
  const origin = options.origin ?? location.origin
  const fetch = (request: Request) => globalThis.fetch(request)
  return new LiveSession({
    origin,
    auth: new Oidc({ ...browserPage(), origin }, fetch),
    fetch,
    // Same shape; only the declared `this` of its handlers differs.
    connect: (url) => new WebSocket(url) as unknown as Socket,
    openStore: (account) => IndexedDbStore.open(`liaison-${account}`),
    writerLock: (account) => new WebWriterLock(`liaison-${account}`),
    push: webPush(),
    onWake: (listener) => {
      const whenVisible = () => {
        if (document.visibilityState === "visible") listener()
      }
      addEventListener("online", listener)
      registerServiceWorker(listener)
      document.addEventListener("visibilitychange", whenVisible)
      return () => {
        removeEventListener("online", listener)
        document.removeEventListener("visibilitychange", whenVisible)
      }
    },
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => new Date(),
  })
}
