import { BadgeCheck, CircleAlert, GraduationCap, Handshake } from "lucide-react"
import type { Practitioner } from "../../core"
import { onDay } from "../i18n/dates"
import { useI18n } from "../i18n/I18n"
import "./registerBadge.css"

/** What the register says of a person, in words and with a shape of its own. */
export function RegisterBadge({
  person,
  dated = false,
}: {
  person: Practitioner
  dated?: boolean
}) {
  const { t, dates } = useI18n()
  const { tone, words, Icon } = statusOf(person)
  const date = onDay(person.registerDate)
  return (
    <span className={`register register--${tone}`}>
      <Icon size={20} aria-hidden />
      <span>
        {t(words)}
        {dated && !Number.isNaN(date.getTime()) && (
          <span className="register__date">
            {" "}
            {t("card.verifiedOn", { date: dates.date(date) })}
          </span>
        )}
      </span>
    </span>
  )
}

function statusOf(person: Practitioner) {
  if (person.registerStatus === "departed") {
    return { tone: "ended", words: "card.ended", Icon: CircleAlert } as const
  }
  if (person.category === "student") {
    return { tone: "vouched", words: "card.student", Icon: GraduationCap } as const
  }
  return person.source === "structure"
    ? ({ tone: "vouched", words: "card.vouched", Icon: Handshake } as const)
    : ({ tone: "verified", words: "card.verified", Icon: BadgeCheck } as const)
}
