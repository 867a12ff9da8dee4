import { memo } from "react"
import type { ConversationSummary, MessageId, OpenConversation } from "../../core"
import { useI18n } from "../i18n/I18n"
import { MessageBubble } from "./MessageBubble"
import { rosterWords } from "./rosterWords"
import type { Row } from "./timelineRows"

type Props = {
  row: Row
  conversation: ConversationSummary
  open: OpenConversation
  online: boolean
  now: number
  onInspect: (id: MessageId) => void
}

/** One line of the thread: a day, the first-unread line, a change of members, or a message. */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { row, conversation, now } = props
  const { t, dates } = useI18n()
  switch (row.kind) {
    case "day":
      return (
        <li className="day">
          <time dateTime={row.at}>{dates.day(new Date(row.at), new Date(now))}</time>
        </li>
      )
    case "unread":
      return (
        <li className="unread-line" data-unread-line>
          <span>{t("conversation.new")}</span>
        </li>
      )
    case "roster":
      return (
        <li className="system-line">
          {rosterWords(conversation, row.change, t).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </li>
      )
    case "message":
      return <MessageBubble {...props} row={row} />
  }
})
