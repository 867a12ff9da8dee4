import { ApiProblem, type Delegation, type PractitionerId } from "../../core"
import { explain } from "../errors/explain"
import { onDay, type Dates } from "../i18n/dates"
import type { Translate } from "../i18n/I18n"
import { personName } from "../i18n/names"

const CONFLICTS = ["overlap", "stands-in", "locum-replaced", "too-many"] as const

const OF_COLLEAGUE = ["stands-in", "locum"] as const

/** Why a proposal for a colleague was not taken: what else is said to the person themselves. */
export function colleagueCauseOf(error: unknown, t: Translate): string {
  if (error instanceof ApiProblem) {
    const { reason, field } = error.members
    if (error.status === 403) return t("staff.locum.refused.forbidden")
    if (field === "replacedId") return t("staff.locum.refused.replaced")
    const own = OF_COLLEAGUE.find((one) => one === reason || `${one}Id` === field)
    if (own !== undefined) return t(`staff.locum.refused.${own}`)
  }
  return causeOf(error, t)
}

/** Why a proposal or an answer was not taken, and what to do. */
export function causeOf(error: unknown, t: Translate): string {
  if (error instanceof ApiProblem) {
    const reason = CONFLICTS.find((one) => one === error.members.reason)
    if (reason !== undefined) return t(`locum.refused.${reason}`)
    const { field } = error.members
    if (field === "locumId") return t("locum.refused.locum")
    if (field === "startsOn" || field === "endsOn") return t("locum.refused.days")
    if (error.status === 404 || error.status === 410) return t("locum.refused.gone")
  }
  return explain(error, t)
}

/** Who stands in for whom, seen by one of them or by who arranged it. */
export function titleOf(one: Delegation, self: PractitionerId, t: Translate): string {
  if (one.replaced.practitionerId === self) return t("locum.by", { name: personName(one.locum) })
  if (one.locum.practitionerId === self) return t("locum.for", { name: personName(one.replaced) })
  return t("locum.other", { locum: personName(one.locum), replaced: personName(one.replaced) })
}

export function daysOf(
  one: { readonly startsOn: string; readonly endsOn: string },
  t: Translate,
  dates: Dates,
): string {
  return t("locum.days", spanOf(one, dates))
}

/** Both days as sentences have them. */
export function spanOf(
  one: { readonly startsOn: string; readonly endsOn: string },
  dates: Dates,
): { readonly from: string; readonly to: string } {
  return { from: dates.date(onDay(one.startsOn)), to: dates.date(onDay(one.endsOn)) }
}

export function stateOf(one: Delegation, self: PractitionerId, t: Translate): string {
  if (one.state === "ended") return t(`locum.end.${one.endReason ?? "over"}`)
  return one.state === "proposed" && one.locum.practitionerId === self
    ? t("locum.state.asked")
    : t(`locum.state.${one.state}`)
}
