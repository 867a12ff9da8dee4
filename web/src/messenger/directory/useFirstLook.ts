import type { Card, Practitioner } from "../../core"
import { useMe, useObservable, useSession } from "../app/SessionContext"
import { areColleagues, cautionsOf } from "./cautions"

export type FirstLook = {
  /** Whether the reader never wrote to this person alone; a group in common proves nothing. */
  readonly isFirst: (person: Practitioner) => boolean
  /** Whether to look twice before that: always, but for colleagues whom nothing speaks against. */
  readonly isNeeded: (card: Card) => boolean
}

/** Whose card is looked at once more before a message goes out. */
export function useFirstLook(): FirstLook {
  const me = useMe()?.practitioner
  const { items } = useObservable(useSession().conversations.list)
  const written = new Set(
    items
      .filter(({ kind }) => kind === "direct")
      .flatMap(({ members }) => members.map(({ practitionerId }) => practitionerId)),
  )
  const isFirst = (person: Practitioner) => !written.has(person.id)
  return {
    isFirst,
    isNeeded: (card) =>
      isFirst(card.person) &&
      (!areColleagues(me, card.person) ||
        card.person.registerStatus === "departed" ||
        cautionsOf(card, new Date()).length > 0),
  }
}
