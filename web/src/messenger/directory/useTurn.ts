import { useEffect, useMemo, useRef } from "react"

/**
 * Acts whose outcome counts only while nobody has turned away: neither left the page, nor refused, nor
 * begun anew.
 */
export function useTurn() {
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current += 1
    },
    [],
  )
  return useMemo(
    () => ({
      /** Begins an act; tells whether its outcome is still wanted. */
      take: () => {
        turn.current += 1
        const mine = turn.current
        return () => turn.current === mine
      },
      /** Whatever is under way is not wanted any more. */
      drop: () => {
        turn.current += 1
      },
    }),
    [],
  )
}
