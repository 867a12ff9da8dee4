import { memo } from "react"
import { useConnection } from "../network/useConnection"
import { CircleAlert, Image, TriangleAlert } from "lucide-react"
import type { ConversationSummary, Message, TimelineItem } from "../../core"
import { Link } from "../app/Link"
import { useNow } from "../app/useNow"
import { memberName, partner, personOf, titleOf } from "../conversation/people"
import { rosterWords } from "../conversation/rosterWords"
import { stateWords } from "../conversation/StateMark"
import { useI18n, type Translate } from "../i18n/I18n"
import { professionName, townName } from "../i18n/names"
import { withStanding } from "../i18n/standing"
import { Avatar, GroupAvatar } from "../ui/Avatar"

/** One conversation: who, from where, what happened last, what waits. Read in that order. */
export const ConversationRow = memo(function ConversationRow(props: {
  summary: ConversationSummary
  current: boolean
}) {
  const { summary } = props
  const { t, dates } = useI18n()
  const now = useNow()
  const person = partner(summary)
  const { title, subtitle } = titleOf(summary, t)
  const town = townName(person?.situations[0])
  const when = new Date(summary.at)
  return (
    <Link
      to={{ page: "conversation", id: summary.id }}
      className={`row${summary.unread > 0 ? " row--unread" : ""}${summary.unreadUrgent > 0 ? " row--urgent" : ""}`}
      aria-current={props.current ? "page" : undefined}
    >
      {summary.kind === "group" ? <GroupAvatar /> : <Avatar person={person} />}
      <span className="row__words">
        <span className="row__top">
          <span className="row__name">{title}</span>
          <time dateTime={summary.at} title={dates.full(when)} className="row__time">
            {dates.short(when, new Date(now))}
          </time>
        </span>
        <span className="row__place">
          {person === undefined ? (
            subtitle
          ) : (
            <>
              <span className="row__profession">
                {withStanding(professionName(person), person, t)}
              </span>
              {town !== undefined && <span className="row__town">, {town}</span>}
            </>
          )}
        </span>
        <span className="row__bottom">
          <Preview summary={summary} now={now} />
          {summary.unread > 0 && (
            <span className="badge">
              <span aria-hidden>{summary.unread > 99 ? "99" : summary.unread}</span>
              <span className="hidden-visually">
                {t("list.unreadCount", { n: summary.unread })}
              </span>
            </span>
          )}
        </span>
      </span>
    </Link>
  )
})

function Preview({ summary, now }: { summary: ConversationSummary; now: number }) {
  const { t } = useI18n()
  const online = useConnection().kind === "online"
  if (summary.failed > 0) {
    return (
      <span className="row__preview row__preview--failed">
        <CircleAlert size={16} aria-hidden />
        <span>{t("list.failedRow")}</span>
      </span>
    )
  }
  if (summary.unreadUrgent > 0) {
    return (
      <span className="row__preview row__preview--urgent">
        <TriangleAlert size={16} aria-hidden />
        <span>
          <strong>{t("message.urgent")}</strong> {lastWords(summary, t)}
        </span>
      </span>
    )
  }
  if (summary.draft !== undefined && summary.draft !== "") {
    return (
      <span className="row__preview row__preview--draft">
        {t("list.draft", { text: summary.draft })}
      </span>
    )
  }
  const last = summary.last
  if (last?.kind === "message" && last.own) {
    const { icon: Icon, words } = stateWords({ message: last, online, now }, t)
    return (
      <span className="row__preview">
        <Icon size={16} aria-hidden />
        <span className="hidden-visually">{words}</span>
        <span>{messageWords(last, t)}</span>
      </span>
    )
  }
  return (
    <span className="row__preview">
      {last?.kind === "message" && last.body.kind === "photo" && <Image size={16} aria-hidden />}
      <span>{lastWords(summary, t)}</span>
    </span>
  )
}

function lastWords(summary: ConversationSummary, t: Translate): string {
  const last: TimelineItem | undefined = summary.last
  if (last === undefined) return t("list.noMessage")
  if (last.kind === "roster") return rosterWords(summary, last, t)[0] ?? ""
  const words = messageWords(last, t)
  if (summary.kind === "direct" || last.own) return words
  const sender = memberName(personOf(summary, last.sender), t)
  return t("conversation.saidBy", { name: sender, text: words })
}

function messageWords(message: Message, t: Translate): string {
  switch (message.body.kind) {
    case "text":
      return message.body.text
    case "photo":
      return message.body.caption ?? t("list.photo")
    case "document":
      return message.body.caption ?? message.body.document.name
    case "unavailable":
      return t("conversation.unavailable")
  }
}
