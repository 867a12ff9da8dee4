import { MessagesSquare } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { EmptyState } from "../ui/EmptyState"

/** The right-hand pane before a conversation is opened. */
export function NoConversation() {
  const { t } = useI18n()
  return (
    <EmptyState icon={MessagesSquare} title={t("list.none.title")}>
      {t("list.none.text")}
    </EmptyState>
  )
}
