import { useCallback, useEffect, useState } from "react"
import type { ImportList } from "../core"
import { useSession } from "../messenger/app/SessionContext"

/** The latest imports and those that run, read again on request. */
export function useImports() {
  const { administration } = useSession()
  const [list, setList] = useState<ImportList>()
  const [failure, setFailure] = useState<unknown>()

  const load = useCallback(async () => {
    try {
      setList(await administration.imports())
      setFailure(undefined)
    } catch (error) {
      setFailure(error)
    }
  }, [administration])
  useEffect(() => {
    void Promise.resolve().then(load)
  }, [load])
  return { list, failure, load }
}
