import { useCallback, useRef, useState } from "react"
import { ApiProblem, type ImportReport } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { returning } from "./returning"

export type Upload =
  | { readonly kind: "idle" | "cancelled" }
  | { readonly kind: "sending" | "sent"; readonly id: string }
  | { readonly kind: "over"; readonly report: ImportReport }
  | { readonly kind: "failed"; readonly error: unknown }

/**
 * One file on its way, under an id of its own so that it can be watched; `onOver` whatever became
 * of it. An answer lost on the way says nothing of the import, which may well go on: it is asked for.
 */
export function useUpload(onOver: () => void) {
  const { administration } = useSession()
  const [upload, setUpload] = useState<Upload>({ kind: "idle" })
  const sending = useRef<AbortController>(undefined)

  const stateOf = useCallback(
    async (id: string): Promise<Upload | undefined> => {
      const status = await administration.importStatus(id).catch(() => undefined)
      if (status?.report !== undefined) return { kind: "over", report: status.report }
      return status === undefined ? undefined : { kind: "sent", id }
    },
    [administration],
  )

  /** A file that had arrived whole when it was stopped is imported all the same. */
  const goesOn = async (id: string): Promise<Upload | undefined> => {
    const status = await administration.importStatus(id).catch(() => undefined)
    if (status?.report?.outcome === "accepted") return { kind: "over", report: status.report }
    const hasArrived = status?.phase === "gathering" || status?.phase === "merging"
    return hasArrived ? { kind: "sent", id } : undefined
  }

  const send = async (file: File, acceptDepartures: boolean) => {
    if (sending.current !== undefined) return
    const stop = new AbortController()
    sending.current = stop
    const id = crypto.randomUUID()
    setUpload({ kind: "sending", id })
    try {
      const report = await administration.importRegister(
        { id, file, acceptDepartures },
        stop.signal,
      )
      returning.accepted()
      setUpload({ kind: "over", report })
    } catch (error) {
      const report = refusedReport(error)
      if (stop.signal.aborted) setUpload((await goesOn(id)) ?? { kind: "cancelled" })
      else if (report !== undefined) setUpload({ kind: "over", report })
      else if (isRefusal(error)) setUpload({ kind: "failed", error })
      else setUpload((await stateOf(id)) ?? { kind: "failed", error })
    }
    sending.current = undefined
    onOver()
  }
  const ended = useCallback(async () => {
    if (upload.kind === "sent") setUpload((await stateOf(upload.id)) ?? { kind: "idle" })
  }, [upload, stateOf])
  return { upload, send, ended, cancel: () => sending.current?.abort() }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500
}

function refusedReport(error: unknown): ImportReport | undefined {
  if (!(error instanceof ApiProblem) || error.code !== "import-refused") return undefined
  return error.members.report as ImportReport | undefined
}
