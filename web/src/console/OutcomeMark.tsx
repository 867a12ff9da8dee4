import { Ban, Check, CircleHelp } from "lucide-react"
import { useI18n } from "../messenger/i18n/I18n"

/** The outcome as shape and word; a refusal stands out in capitals. */
export function OutcomeMark({ outcome }: { outcome: string }) {
  const { t } = useI18n()
  if (outcome === "success") {
    return (
      <span className="outcome outcome--success">
        <Check size={16} aria-hidden /> {t("console.outcome.success")}
      </span>
    )
  }
  if (outcome === "refused") {
    return (
      <span className="outcome outcome--refused">
        <Ban size={16} aria-hidden /> {t("console.outcome.refused")}
      </span>
    )
  }
  return (
    <span className="outcome">
      <CircleHelp size={16} aria-hidden /> {outcome}
    </span>
  )
}
