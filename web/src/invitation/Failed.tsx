import { ApiProblem, CoreError } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"

/** What came in between; the link stays good. */
export function Failed(props: { title: string; error: unknown; onRetry?: () => void }) {
  const { t } = useI18n()
  return (
    <Notice
      tone="attention"
      role="alert"
      title={props.title}
      act={props.onRetry !== undefined && <Button onClick={props.onRetry}>{t("act.retry")}</Button>}
    >
      {t(`join.${causeOf(props.error)}`)}
    </Notice>
  )
}

/** Somebody else is logged in at this browser, whose account the passkey must not get into. */
export function Occupied({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useI18n()
  return (
    <Notice
      tone="attention"
      role="alert"
      title={t("join.occupied.title")}
      act={<Button onClick={onSignOut}>{t("join.occupied.act")}</Button>}
    >
      {t("join.occupied")}
    </Notice>
  )
}

function causeOf(error: unknown): "offline" | "busy" | "unavailable" {
  if (error instanceof CoreError && error.code === "offline") return "offline"
  return error instanceof ApiProblem && error.status === 429 ? "busy" : "unavailable"
}
