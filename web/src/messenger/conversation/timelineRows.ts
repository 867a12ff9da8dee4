import type { Message, RosterChange, Timeline } from "../../core"

/** A line of the conversation as the screen draws it. */
export type Row =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "unread"; readonly key: string }
  | { readonly kind: "roster"; readonly key: string; readonly change: RosterChange }
  | {
      readonly kind: "message"
      readonly key: string
      readonly message: Message
      /** First of a run by one author: shows who speaks. */
      readonly first: boolean
      /** The state differs from that of the next own message: shown in words, not only as an icon. */
      readonly stateInWords: boolean
    }

const RUN_GAP_MS = 5 * 60_000

/** Turns a timeline into rows: day separators, the first-unread line, runs of one author. */
export function timelineRows(
  timeline: Pick<Timeline, "items" | "unreadFrom">,
  dayKey: (when: Date) => string,
): readonly Row[] {
  const { items, unreadFrom } = timeline
  const rows: Row[] = []
  let day = ""
  let unreadShown = unreadFrom === undefined
  let previous: Message | undefined
  for (const item of items) {
    const itemDay = dayKey(new Date(item.at))
    if (itemDay !== day) {
      day = itemDay
      rows.push({ kind: "day", key: `day-${itemDay}`, at: item.at })
      previous = undefined
    }
    if (!unreadShown && startsUnread(item, unreadFrom ?? 0)) {
      unreadShown = true
      rows.push({ kind: "unread", key: "unread" })
      previous = undefined
    }
    if (item.kind === "roster") {
      rows.push({ kind: "roster", key: item.id, change: item })
      previous = undefined
    } else {
      rows.push({
        kind: "message",
        key: item.id,
        message: item,
        first: !continues(previous, item),
        stateInWords: true,
      })
      previous = item
    }
  }
  return withQuietStates(rows)
}

function startsUnread(item: Timeline["items"][number], unreadFrom: number): boolean {
  return item.kind === "message" && !item.own && (item.sequence ?? Infinity) >= unreadFrom
}

function continues(previous: Message | undefined, message: Message): boolean {
  return (
    previous?.sender === message.sender &&
    previous.priority === message.priority &&
    previous.situation === message.situation &&
    Date.parse(message.at) - Date.parse(previous.at) < RUN_GAP_MS
  )
}

/** Repeating "Lu" under every own bubble is noise: words stand where the state changes and at the end. */
function withQuietStates(rows: readonly Row[]): readonly Row[] {
  let below: string | undefined
  return [...rows]
    .reverse()
    .map((row) => {
      if (row.kind !== "message" || row.message.state === undefined) return row
      const state = JSON.stringify(row.message.state)
      const settled = ["delivered", "read"].includes(row.message.state.kind)
      const stateInWords = state !== below || !settled
      below = state
      return { ...row, stateInWords }
    })
    .reverse()
}
