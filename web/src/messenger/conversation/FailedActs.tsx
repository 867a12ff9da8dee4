import { RotateCw } from "lucide-react"
import type { FailureCause, Message, OpenConversation } from "../../core"
import { useI18n } from "../i18n/I18n"
import type { MessageKey } from "../i18n/fr"
import { Button } from "../ui/Button"

const CAUSES: Record<FailureCause, MessageKey> = {
  expired: "failure.expired",
  refused: "failure.refused",
  "attachment-refused": "failure.attachment",
  "attachment-lost": "failure.attachmentLost",
  "no-recipient": "failure.noRecipient",
}

/** A failed send: the cause in words, then try again or take it back. Stays until one is chosen. */
export function FailedActs(props: {
  message: Message
  cause: FailureCause
  open: OpenConversation
}) {
  const { t } = useI18n()
  const { message, cause, open } = props
  return (
    <div className="failed">
      <p>{t(CAUSES[cause])}</p>
      <div className="failed__acts">
        {cause !== "attachment-refused" && cause !== "attachment-lost" && (
          <Button icon={RotateCw} onClick={() => void open.retry(message.id)}>
            {t("state.retry")}
          </Button>
        )}
        <Button look="quiet" onClick={() => void open.discard(message.id)}>
          {t("failure.discard")}
        </Button>
      </div>
    </div>
  )
}
