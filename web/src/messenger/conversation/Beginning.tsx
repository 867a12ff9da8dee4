import { ShieldCheck } from "lucide-react"
import type { ConversationSummary } from "../../core"
import { Link } from "../app/Link"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { others, partner, professionAndPlace, titleOf } from "./people"

/** The context a first contact opens with: whom one writes to, proven how. Or where it comes from. */
export function Beginning({ conversation }: { conversation: ConversationSummary }) {
  const { t } = useI18n()
  const person = partner(conversation)
  const { title } = titleOf(conversation, t)
  if (conversation.previous !== undefined) return <Renewed previous={conversation.previous} />
  return (
    <div className="messages__beginning">
      <ShieldCheck size={24} aria-hidden />
      <p>
        <strong>{person === undefined ? title : personName(person)}</strong>
        {person !== undefined && <span>{professionAndPlace(person, t)}</span>}
      </p>
      <p className="meta">
        {conversation.kind === "group"
          ? t("conversation.start.group", { n: others(conversation).length })
          : t("conversation.start.direct")}
      </p>
    </div>
  )
}

function Renewed(props: { previous: NonNullable<ConversationSummary["previous"]> }) {
  const { t } = useI18n()
  const { id, unread } = props.previous
  return (
    <div className="system-line">
      <p>{t("conversation.renewed")}</p>
      <p>
        <Link to={{ page: "conversation", id }}>
          {unread === 0
            ? t("conversation.previous")
            : t("conversation.previousUnread", { n: unread })}
        </Link>
      </p>
    </div>
  )
}
