import { useRef, type KeyboardEvent } from "react"
import type { ConversationId, ConversationSummary } from "../../core"
import { useI18n } from "../i18n/I18n"
import { ConversationRow } from "./ConversationRow"

/** The rows, walked with the arrows, Home and End. Rows off screen are not laid out (see list.css). */
export function ConversationList(props: {
  rows: readonly ConversationSummary[]
  current: ConversationId | undefined
}) {
  const { t } = useI18n()
  const list = useRef<HTMLUListElement>(null)
  const walk = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])]
    const here = links.findIndex((link) => link === document.activeElement)
    const target = nextIndex(event, here, links.length)
    if (target === undefined) return
    event.preventDefault()
    links[target]?.focus()
  }
  return (
    // The links inside take the focus; the list only moves it with the arrows.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className="rows" aria-label={t("list.label")} onKeyDown={walk}>
      {props.rows.map((row) => (
        <li key={row.id} className="rows__item">
          <ConversationRow summary={row} current={row.id === props.current} />
        </li>
      ))}
    </ul>
  )
}

function nextIndex(event: KeyboardEvent, here: number, count: number): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined
  switch (event.key) {
    case "ArrowDown":
      return Math.min(here + 1, count - 1)
    case "ArrowUp":
      return Math.max(here - 1, 0)
    case "Home":
      return 0
    case "End":
      return count - 1
    default:
      return undefined
  }
}
