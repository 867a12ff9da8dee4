import { useEffect, useState } from "react"
import { onAnnounce, type Politeness } from "./announcer"

/** The two hidden live regions, present from first paint; nothing else on the page is live. */
export function Announcers() {
  return (
    <>
      <Announcer politeness="polite" />
      <Announcer politeness="assertive" />
    </>
  )
}

function Announcer({ politeness }: { politeness: Politeness }) {
  const [said, setSaid] = useState({ text: "", turn: 0 })
  useEffect(
    () => onAnnounce(politeness, (text) => setSaid((before) => ({ text, turn: before.turn + 1 }))),
    [politeness],
  )
  // A fresh node per sentence: the same words said twice are spoken twice.
  return (
    <div className="hidden-visually" aria-live={politeness} aria-atomic="true">
      <span key={said.turn}>{said.text}</span>
    </div>
  )
}
