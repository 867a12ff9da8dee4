import { createContext, useContext, useSyncExternalStore } from "react"
import type { Me, Observable, Session } from "../../core"

const SessionContext = createContext<Session | undefined>(undefined)

export const SessionProvider = SessionContext.Provider

/** The client core. Outside its provider the page is broken, so it throws. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error("no session around this component")
  return session
}

/** Renders again whenever the observable holds a new snapshot. */
export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get)
}

/** Who is logged in, or undefined before that. */
export function useMe(): Me | undefined {
  const state = useObservable(useSession().state)
  return "me" in state ? state.me : undefined
}
