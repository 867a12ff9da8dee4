import { useEffect, useState } from "react"
import type { PractitionerId } from "../core"
import { closeLayer, openLayer, useLayer } from "../messenger/app/routes"
import { returning } from "./returning"

const LAYER = "person"

/** The one person whose standing is open above a page, and again after a fresh login from there. */
export function usePersonLayer() {
  const layer = useLayer()
  const [chosen, setChosen] = useState<PractitionerId>()
  const open = (id: PractitionerId) => {
    setChosen(id)
    openLayer(LAYER)
  }
  useEffect(() => {
    const left = returning.takePerson()
    if (left !== undefined) void Promise.resolve().then(() => open(left as PractitionerId))
  }, [])
  return { opened: layer === LAYER ? chosen : undefined, open, close: () => closeLayer(LAYER) }
}
