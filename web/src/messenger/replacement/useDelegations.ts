import { useCallback, useEffect, useState } from "react"
import type { Delegation } from "../../core"
import { useSession } from "../app/SessionContext"

const FRESH_MS = 300_000

type State = { readonly items?: readonly Delegation[]; readonly failed: boolean }

/** What one has a part in; read again when one comes back to the page after a while. */
export function useDelegations(): State & { readonly reload: () => Promise<void> } {
  const { delegations } = useSession()
  const [state, setState] = useState<State>({ failed: false })
  const reload = useCallback(async () => {
    try {
      setState({ items: await delegations.list(), failed: false })
    } catch {
      setState((before) => ({ ...before, failed: true }))
    }
  }, [delegations])
  useEffect(() => {
    let readAt = Date.now()
    void Promise.resolve().then(reload)
    const back = () => {
      if (document.visibilityState !== "visible" || Date.now() - readAt < FRESH_MS) return
      readAt = Date.now()
      void reload()
    }
    document.addEventListener("visibilitychange", back)
    return () => document.removeEventListener("visibilitychange", back)
  }, [reload])
  return { ...state, reload }
}
