import type { KeyboardEvent } from "react"
import { TriangleAlert } from "lucide-react"
import type {
  ConversationSummary,
  Message,
  MessageId,
  OpenConversation,
  Practitioner,
} from "../../core"
import { useI18n } from "../i18n/I18n"
import { inSentence, personName, placeAs, professionName } from "../i18n/names"
import { withStanding } from "../i18n/standing"
import { FailedActs } from "./FailedActs"
import { MessageContent } from "./MessageContent"
import { others, partner, personOf, statedPlace } from "./people"
import { StateMark } from "./StateMark"
import type { Row } from "./timelineRows"

type Props = {
  row: Extract<Row, { kind: "message" }>
  conversation: ConversationSummary
  open: OpenConversation
  online: boolean
  now: number
  onInspect: (id: MessageId) => void
}

/** One message. An article titled by its author and time; own ones carry their state. */
export function MessageBubble(props: Props) {
  const { row, conversation, open, online, now, onInspect } = props
  const { message } = row
  const { t, dates } = useI18n()
  const when = new Date(message.at)
  const sender = personOf(conversation, message.sender)
  const author = message.own
    ? t("conversation.you")
    : sender?.practitioner === undefined
      ? t("conversation.unknownMember")
      : `${personName(sender.practitioner)}, ${inSentence(withStanding(professionName(sender.practitioner), sender.practitioner, t))}`
  const label = `${author}, ${dates.timeInSentence(when)}`
  const place = placeOf(message, sender?.practitioner)
  const urgent = message.priority === "urgent"
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.altKey && message.own) {
      event.preventDefault()
      onInspect(message.id)
    }
  }
  const to = soleAddressee(conversation)
  return (
    <li
      className={`message message--${message.own ? "own" : "other"}${row.first ? " message--first" : ""}`}
    >
      {/* Reached with the arrows from the list; Alt+Enter opens what is known of it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <article className="bubble-wrap" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {row.first && !message.own && (
          <p className="message__author">
            {author}
            {place !== undefined && <span className="message__place">{place}</span>}
          </p>
        )}
        <div
          className={`bubble${urgent ? " bubble--urgent" : ""}${isBare(props) ? " bubble--photo" : ""}`}
        >
          {urgent && (
            <p className="bubble__urgent">
              <TriangleAlert size={20} aria-hidden /> {t("message.urgent")}
            </p>
          )}
          <MessageContent message={message} author={author} />
          <p className="bubble__foot" data-read-mark={readMark(props)}>
            <time dateTime={message.at} title={dates.full(when)}>
              {dates.time(when)}
            </time>
            {message.own && (
              <button
                type="button"
                className={`bubble__state${row.stateInWords ? "" : " bubble__state--quiet"}`}
                aria-haspopup="dialog"
                onClick={() => onInspect(message.id)}
              >
                <StateMark message={message} online={online} now={now} to={to} />
              </button>
            )}
          </p>
        </div>
        {message.state?.kind === "failed" && (
          <FailedActs message={message} cause={message.state.cause} open={open} />
        )}
      </article>
    </li>
  )
}

function readMark({ row }: Props): number | undefined {
  return row.message.own ? undefined : row.message.sequence
}

function placeOf(message: Message, author: Practitioner | undefined): string | undefined {
  return author === undefined ? undefined : placeAs(statedPlace(message, author), author)
}

function isBare({ row }: Props): boolean {
  return row.message.body.kind === "photo"
}

function soleAddressee(conversation: ConversationSummary): string | undefined {
  const person = partner(conversation)
  return others(conversation).length === 1 && person !== undefined ? personName(person) : undefined
}
