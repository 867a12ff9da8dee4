import { useCallback, useEffect, useState } from "react"
import type { Device } from "../../core"
import { useSession } from "../app/SessionContext"

type State = {
  readonly items?: readonly Device[]
  readonly failed: boolean
}

/** The person's devices, this one first, then the newest; read again after each change. */
export function useDevices(): State & { readonly reload: () => Promise<void> } {
  const { devices } = useSession()
  const [state, setState] = useState<State>({ failed: false })
  const reload = useCallback(async () => {
    try {
      const items = await devices.list()
      setState({ items: [...items].sort(compare), failed: false })
    } catch {
      setState((before) => ({ ...before, failed: true }))
    }
  }, [devices])
  useEffect(() => {
    void Promise.resolve().then(reload)
  }, [reload])
  return { ...state, reload }
}

function compare(a: Device, b: Device): number {
  if (a.current !== b.current) return a.current ? -1 : 1
  return b.enrolledAt.localeCompare(a.enrolledAt)
}
