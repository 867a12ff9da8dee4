import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"
import { causeOf, needsStepUp } from "./words"

/** Why a person could not be read or an act was refused, and the one way on from there. */
export function ActFailure(props: {
  failure: unknown
  read: boolean
  onStepUp: () => void
  onRetry: () => void
}) {
  const { t } = useI18n()
  if (needsStepUp(props.failure)) {
    return (
      <Notice
        tone="attention"
        role="alert"
        title={t("admin.stepUp.title")}
        act={<Button onClick={props.onStepUp}>{t("admin.stepUp.act")}</Button>}
      >
        {t("admin.stepUp.text")}
      </Notice>
    )
  }
  return (
    <Notice
      tone="attention"
      role="alert"
      title={t(props.read ? "admin.act.failed" : "admin.failed")}
      act={!props.read && <Button onClick={props.onRetry}>{t("act.retry")}</Button>}
    >
      {causeOf(props.failure, t)}
    </Notice>
  )
}
