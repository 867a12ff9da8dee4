import { CalendarClock } from "lucide-react"
import type { Delegation, PractitionerId } from "../../core"
import { useMe } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { StandingMark } from "../ui/StandingMark"
import { isAsked } from "./DelegationItem"
import { useAnswers } from "./useAnswers"
import { useDelegations } from "./useDelegations"
import { daysOf } from "./words"
import "./replacement.css"

/** Above the conversations: somebody asks me to stand in, and I can say yes or no at once. */
export function LocumHint() {
  const self = useMe()?.practitioner?.id
  return self === undefined ? null : <Asked self={self} />
}

function Asked({ self }: { self: PractitionerId }) {
  const { items, reload } = useDelegations()
  const { busy, outcome, accept, end } = useAnswers(reload)
  const asked = items?.find((one) => isAsked(one, self))
  return (
    <>
      {outcome !== undefined && (
        <Notice tone={outcome.tone} role={outcome.tone === "good" ? "status" : "alert"}>
          {outcome.text}
        </Notice>
      )}
      {asked !== undefined && (
        <Question
          delegation={asked}
          busy={busy}
          onAccept={() => void accept(asked)}
          onDecline={() => void end(asked)}
        />
      )}
    </>
  )
}

function Question(props: {
  delegation: Delegation
  busy: boolean
  onAccept: () => void
  onDecline: () => void
}) {
  const { t, dates } = useI18n()
  const { delegation, busy } = props
  const name = personName(delegation.replaced)
  return (
    <Notice
      tone="attention"
      icon={CalendarClock}
      title={t("locum.hint.title", { name })}
      act={
        <span className="locum__acts">
          <Button busy={busy} aria-label={t("locum.acceptFrom", { name })} onClick={props.onAccept}>
            {t("locum.accept")}
          </Button>
          <Button
            look="quiet"
            busy={busy}
            aria-label={t("locum.declineFrom", { name })}
            onClick={props.onDecline}
          >
            {t("locum.decline")}
          </Button>
        </span>
      }
    >
      {daysOf(delegation, t, dates)} <StandingMark person={delegation.replaced} />
    </Notice>
  )
}
