import type { ReactNode } from "react"
import type { Practitioner } from "../../core"
import { useI18n } from "../i18n/I18n"
import { personName, placeName, professionName } from "../i18n/names"
import { Avatar } from "../ui/Avatar"
import { StandingMark } from "../ui/StandingMark"

/** Name, profession and place: what tells people of one name apart. */
export function PersonWords({ person, children }: { person: Practitioner; children?: ReactNode }) {
  const { t } = useI18n()
  const [first, ...more] = person.situations
  return (
    <>
      <Avatar person={person} />
      <span className="person__words">
        <span className="person__name">{personName(person)}</span>
        <span className="person__line">{professionName(person)}</span>
        <span className="person__line person__place">
          {placeName(first) ?? t("exercise.none")}
          {more.length > 0 && ` (+${more.length})`}
        </span>
        <span className="person__tags">
          <StandingMark person={person} />
          {children}
        </span>
      </span>
    </>
  )
}
