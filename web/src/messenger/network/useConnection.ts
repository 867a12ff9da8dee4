import { useSyncExternalStore } from "react"
import type { Connection } from "../../core"
import { useObservable, useSession } from "../app/SessionContext"

const OFFLINE: Connection = { kind: "offline" }

/** The core's connection, and at once `offline` when the browser itself says that there is no network. */
export function useConnection(): Connection {
  const connection = useObservable(useSession().connection)
  const plugged = useSyncExternalStore(subscribe, () => navigator.onLine)
  return plugged ? connection : OFFLINE
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener)
  window.addEventListener("offline", listener)
  return () => {
    window.removeEventListener("online", listener)
    window.removeEventListener("offline", listener)
  }
}
