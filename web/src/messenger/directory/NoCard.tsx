import { IdCard } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { EmptyState } from "../ui/EmptyState"

/** The right-hand pane before a person is opened. */
export function NoCard() {
  const { t } = useI18n()
  return (
    <EmptyState icon={IdCard} title={t("directory.pick.title")}>
      {t("directory.pick.text")}
    </EmptyState>
  )
}
