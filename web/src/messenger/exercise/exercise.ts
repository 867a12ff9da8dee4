import type { Me, Situation } from "../../core"
import { useMe, useObservable } from "../app/SessionContext"
import { preferences, setPreferences } from "../settings/preferences"

/** The place a person writes from; the only one when there is no choice, undefined while not chosen. */
export function chosenExercise(
  me: Me,
  chosen: Readonly<Record<string, number>>,
): Situation | undefined {
  const situations = me.practitioner?.situations ?? []
  if (situations.length === 1) return situations[0]
  const index = chosen[me.accountId]
  return index === undefined ? undefined : situations[index]
}

/** True when the person has two places or more and has not said which one counts here. */
export function mustChooseExercise(me: Me, chosen: Readonly<Record<string, number>>): boolean {
  return (me.practitioner?.situations.length ?? 0) > 1 && chosenExercise(me, chosen) === undefined
}

export function rememberExercise(me: Me, index: number): void {
  const exercise = { ...preferences.get().exercise, [me.accountId]: index }
  setPreferences({ exercise })
}

/** The current place of the person who is logged in. */
export function useExercise(): Situation | undefined {
  const me = useMe()
  const { exercise } = useObservable(preferences)
  return me === undefined ? undefined : chosenExercise(me, exercise)
}
