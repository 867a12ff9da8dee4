import { useEffect, useState } from "react"
import type { ImportStatus } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { repeatWhileSeen } from "./repeatWhileSeen"

const EVERY_MS = 1_000

/**
 * How far one import is: asked once a second at most, not while nobody looks, until it is over.
 * An import that is not known yet is asked for again, as its file has only begun to arrive.
 */
export function useProgress(id: string, onDone: () => void): ImportStatus | undefined {
  const { administration } = useSession()
  const [status, setStatus] = useState<ImportStatus>()
  useEffect(
    () =>
      repeatWhileSeen(async (signal) => {
        const now = await administration.importStatus(id, signal).catch(() => undefined)
        if (signal.aborted) return undefined
        if (now !== undefined) setStatus(now)
        if (now?.phase !== "done") return EVERY_MS
        onDone()
        return undefined
      }, EVERY_MS),
    [administration, id, onDone],
  )
  return status
}
