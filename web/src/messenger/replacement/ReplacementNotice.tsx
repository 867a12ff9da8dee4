import { CalendarClock } from "lucide-react"
import type { Practitioner, ReplacementDuty } from "../../core"
import { Link } from "../app/Link"
import { useMe } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { Notice } from "../ui/Notice"
import { StandingMark } from "../ui/StandingMark"
import { today } from "./days"
import { spanOf } from "./words"
import "./replacement.css"

/**
 * Who stands in for this person, with a way to write to them instead, and for whom this person
 * stands in. `redirecting`, in an open conversation: only the first, and only while it is so.
 */
export function ReplacementNotice(props: { person: Practitioner; redirecting?: boolean }) {
  const { person, redirecting = false } = props
  const { t, dates } = useI18n()
  const now = today()
  const alive = (duties: readonly ReplacementDuty[] | undefined) =>
    (duties ?? []).filter(
      ({ startsOn, endsOn }) => endsOn >= now && (!redirecting || startsOn <= now),
    )
  const replaces = redirecting ? [] : alive(person.replacement?.replaces)
  return (
    <>
      {alive(person.replacement?.replacedBy).map((duty) => (
        <ReplacedBy key={`${duty.practitionerId} ${duty.startsOn}`} duty={duty} now={now} />
      ))}
      {replaces.map((duty) => (
        <Notice key={`${duty.practitionerId} ${duty.startsOn}`} tone="plain" icon={CalendarClock}>
          {t("card.locum.for", { name: personName(duty), ...spanOf(duty, dates) })}{" "}
          <StandingMark person={duty} />
        </Notice>
      ))}
    </>
  )
}

function ReplacedBy({ duty, now }: { duty: ReplacementDuty; now: string }) {
  const { t, dates } = useI18n()
  const self = useMe()?.practitioner?.id
  const current = duty.startsOn <= now
  const words = { name: personName(duty), ...spanOf(duty, dates) }
  return (
    <Notice
      tone="attention"
      icon={CalendarClock}
      title={t(current ? "card.locum.now" : "card.locum.soon", words)}
      act={
        current &&
        duty.practitionerId !== self && (
          <Link to={{ page: "card", id: duty.practitionerId }} className="button button--secondary">
            {t("card.locum.write", words)}
          </Link>
        )
      }
    >
      {t("card.locum.text")} <StandingMark person={duty} />
    </Notice>
  )
}
