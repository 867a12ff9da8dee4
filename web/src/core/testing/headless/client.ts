import { LiveSession } from "../../liveSession"
import { noPush } from "../../push/platform"
import { MemoryStore } from "../../store/memoryStore"
import { SoleWriterLock } from "../../store/writerLock"
import type { Socket } from "../../sync/stream"
import { HeadlessAuth } from "./auth"
import type { Credentials } from "./login"

/**
 * A whole client without a browser, against a running platform; its local data end with the process.
 * Node 20 has WebSocket only with `--experimental-websocket`.
 */
export function headlessSession(origin: string, credentials: Credentials): LiveSession {
  const fetch = (request: Request) => globalThis.fetch(request)
  const store = new MemoryStore()
  return new LiveSession({
    origin,
    auth: new HeadlessAuth(origin, fetch, credentials),
    fetch,
    connect: (url) => new WebSocket(url) as unknown as Socket,
    openStore: () => Promise.resolve(store),
    writerLock: () => new SoleWriterLock(),
    push: noPush,
    onWake: () => () => undefined,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => new Date(),
  })
}
