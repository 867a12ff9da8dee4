import { ShieldAlert } from "lucide-react"
import type { ConversationSummary } from "../../core"
import { useI18n } from "../i18n/I18n"
import { Notice } from "../ui/Notice"
import { nameOf, unprovenMembers } from "./people"

/** Says whose device reads along without its key being in the public log, for as long as that is so. */
export function UnprovenKeys({ conversation }: { conversation: ConversationSummary }) {
  const { t } = useI18n()
  const members = unprovenMembers(conversation)
  if (members.length === 0) return null
  const names = members.map(({ practitionerId }) => nameOf(conversation, practitionerId, t))
  return (
    <Notice tone="urgent" role="alert" icon={ShieldAlert} title={t("unproven.title")}>
      {t("unproven.text", { names: names.join(", ") })}
    </Notice>
  )
}
