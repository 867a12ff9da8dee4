import type { ConversationSummary, OpenConversation } from "../../core"
import { Link } from "../app/Link"
import { Composer } from "../composer/Composer"
import { useI18n } from "../i18n/I18n"
import { Notice } from "../ui/Notice"

/** Where one writes, or why one does not: it goes on elsewhere, or without us. */
export function Foot(props: { open: OpenConversation; conversation: ConversationSummary }) {
  const { conversation } = props
  const { t } = useI18n()
  if (conversation.next !== undefined) {
    const act = (
      <Link to={{ page: "conversation", id: conversation.next }}>{t("composer.previous.act")}</Link>
    )
    return (
      <div className="composer">
        <Notice tone="plain" role="status" act={act}>
          {t("composer.previous")}
        </Notice>
      </div>
    )
  }
  if (!conversation.active) {
    return (
      <div className="composer">
        <Notice tone="plain">{t("composer.inactive")}</Notice>
      </div>
    )
  }
  return (
    <>
      {conversation.renewing === true && (
        <p className="conversation__renewing meta" role="status">
          {t("composer.renewing")}
        </p>
      )}
      <Composer {...props} />
    </>
  )
}
