import type { Me, Situation } from "../../core"
import { useMe, useObservable } from "../app/SessionContext"
import { preferences, setPreferences } from "../settings/preferences"

/** The place a person writes from; the only one when there is no choice, undefined while not chosen. */
export function chosenExercise(
  me: Me,
  chosen: Readonly<Record<string, string>>,
): Situation | undefined {
  const situations = me.practitioner?.situations ?? []
  if (situations.length === 1) return situations[0]
  const mark = chosen[me.accountId]
  return situations.find((situation) => placeMark(situation) === mark)
}

/** True when the person has two places or more and has not said which one counts here. */
export function mustChooseExercise(me: Me, chosen: Readonly<Record<string, string>>): boolean {
  return (me.practitioner?.situations.length ?? 0) > 1 && chosenExercise(me, chosen) === undefined
}

/** Knows a place again among those of one person, and names none. */
export function placeMark(place: Situation): string {
  const text = [place.structureId, place.structureName, place.postalCode, place.profession].join(
    "|",
  )
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}

export function rememberExercise(me: Me, place: Situation): void {
  const exercise = { ...preferences.get().exercise, [me.accountId]: placeMark(place) }
  setPreferences({ exercise })
}

/** The current place of the person who is logged in. */
export function useExercise(): Situation | undefined {
  const me = useMe()
  const { exercise } = useObservable(preferences)
  return me === undefined ? undefined : chosenExercise(me, exercise)
}
