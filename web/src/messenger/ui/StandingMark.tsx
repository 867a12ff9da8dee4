import { GraduationCap, Handshake } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { standingOf, type Stated } from "../i18n/standing"

/** Of whoever is no full professional of the register, wherever people are listed; else nothing. */
export function StandingMark({ person }: { person: Stated }) {
  const { t } = useI18n()
  const standing = standingOf(person)
  if (standing === undefined) return null
  const Icon = standing === "student" ? GraduationCap : Handshake
  return (
    <span className="tag tag--attention">
      <Icon size={16} aria-hidden />
      {t(`standing.${standing}`)}
    </span>
  )
}
