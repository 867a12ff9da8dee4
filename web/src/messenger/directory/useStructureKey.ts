import { useEffect, useState } from "react"
import { structureKey } from "../../core"

/** The key of a structure's id for its address; undefined for a moment, and without an id. */
export function useStructureKey(id: string | undefined): string | undefined {
  const [made, setMade] = useState<{ readonly id: string; readonly key: string }>()
  useEffect(() => {
    let left = false
    if (id !== undefined)
      void structureKey(id).then((key) => {
        if (!left) setMade({ id, key })
      })
    return () => {
      left = true
    }
  }, [id])
  return made?.id === id ? made?.key : undefined
}
