import type { Delegation, DelegationParty, Practitioner } from "../../core"
import { standingOf } from "../i18n/standing"
import { camille, leroy } from "./people"

/** One of the two people of a delegation. */
export function party(person: Practitioner): DelegationParty {
  const { id, givenName, familyName, civility, profession } = person
  const standing = standingOf(person)
  return {
    practitionerId: id,
    givenName,
    familyName,
    ...(civility !== undefined && { civility }),
    profession,
    ...(standing !== undefined && { standing }),
  }
}

/** A day so many days from now, as the service writes it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Dr Leroy is asked to stand in for Dr Roux. */
export function delegation(change: Partial<Delegation> = {}): Delegation {
  return {
    id: "00000000-0000-7000-8000-000000000de1",
    replaced: party(camille),
    locum: party(leroy),
    startsOn: dayFromNow(1),
    endsOn: dayFromNow(14),
    state: "proposed",
    proposedAt: "2026-11-21T08:30:00Z",
    ...change,
  }
}
