import { useState } from "react"
import type { ConversationSummary } from "../../core"
import { closeLayer, useLayer } from "../app/routes"
import { useSession } from "../app/SessionContext"
import { explainInConversation } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Dialog } from "../ui/Dialog"
import { Notice } from "../ui/Notice"

export const RENEWAL_LAYER = "renewal"

/** Making a conversation again: what becomes of it, what is kept and what waits, before the act. */
export function RenewalDialog({ conversation }: { conversation: ConversationSummary }) {
  const { t } = useI18n()
  const { conversations } = useSession()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  if (useLayer() !== RENEWAL_LAYER) return null
  const close = () => closeLayer(RENEWAL_LAYER)
  const renew = () => {
    setBusy(true)
    setFailure(undefined)
    conversations
      .renew(conversation.id)
      .then(close)
      .catch((error: unknown) => setFailure(explainInConversation(error, t)))
      .finally(() => setBusy(false))
  }
  return (
    <Dialog
      title={t("renewal.title")}
      onClose={close}
      actions={
        <>
          <Button look="danger" busy={busy} onClick={renew}>
            {t("renewal.confirm")}
          </Button>
          <Button onClick={close}>{t("act.cancel")}</Button>
        </>
      }
    >
      <p>{t("renewal.text")}</p>
      <p>{t("renewal.kept")}</p>
      <p>{t("renewal.waiting")}</p>
      <p>
        <strong>{t("renewal.final")}</strong>
      </p>
      {failure !== undefined && (
        <Notice tone="attention" role="alert">
          {failure}
        </Notice>
      )}
    </Dialog>
  )
}
