import { useState } from "react"
import type { Delegation, PractitionerId } from "../../core"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { Button } from "../ui/Button"
import { StandingMark } from "../ui/StandingMark"
import { daysOf, stateOf, titleOf } from "./words"

/** One delegation: who, when, where it stands, and what one may do about it. */
export function DelegationItem(props: {
  delegation: Delegation
  self: PractitionerId
  busy: boolean
  onAccept: (one: Delegation) => void
  onEnd: (one: Delegation) => void
}) {
  const { delegation, self, busy } = props
  const { t, dates } = useI18n()
  const [finishing, setFinishing] = useState(false)
  return (
    <li className="locum">
      <div>
        <p className="device__name">{titleOf(delegation, self, t)}</p>
        {[delegation.replaced, delegation.locum]
          .filter((one) => one.practitionerId !== self && one.standing !== undefined)
          .map((one) => (
            <p key={one.practitionerId} className="meta">
              {personName(one)} <StandingMark person={one} />
            </p>
          ))}
        <p>{daysOf(delegation, t, dates)}</p>
        <p className="meta">{stateOf(delegation, self, t)}</p>
      </div>
      {delegation.state !== "ended" && finishing && (
        <div className="locum__acts">
          <p>{t("locum.finish.sure")}</p>
          <Button onClick={() => setFinishing(false)}>{t("act.cancel")}</Button>
          <Button look="danger" busy={busy} onClick={() => props.onEnd(delegation)}>
            {t("locum.finish.act")}
          </Button>
        </div>
      )}
      {delegation.state !== "ended" && !finishing && (
        <div className="locum__acts">
          {isAsked(delegation, self) && (
            <Button busy={busy} onClick={() => props.onAccept(delegation)}>
              {t("locum.accept")}
            </Button>
          )}
          <Button look="quiet" busy={busy} onClick={end}>
            {endWords()}
          </Button>
        </div>
      )}
    </li>
  )

  /** What others see already ends after one more question. */
  function end(): void {
    if (delegation.state === "proposed") props.onEnd(delegation)
    else if (!busy) setFinishing(true)
  }

  function endWords(): string {
    if (delegation.state !== "proposed") return t("locum.finish")
    return isAsked(delegation, self)
      ? t("locum.declineFrom", { name: personName(delegation.replaced) })
      : t("locum.withdraw")
  }
}

/** Whether it is mine to answer. */
export function isAsked(one: Delegation, self: PractitionerId): boolean {
  return one.state === "proposed" && one.locum.practitionerId === self
}
