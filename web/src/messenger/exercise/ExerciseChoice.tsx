import { useState, type SyntheticEvent } from "react"
import type { Me, Situation } from "../../core"
import { useObservable } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { personName, practisedAs, townName } from "../i18n/names"
import { preferences } from "../settings/preferences"
import { Button } from "../ui/Button"
import { placeMark, rememberExercise } from "./exercise"
import "./exercise.css"

/** The places of practice of a person, one to be chosen. */
export function ExerciseChoice({ me, onDone }: { me: Me; onDone?: () => void }) {
  const { t } = useI18n()
  const { exercise } = useObservable(preferences)
  const person = me.practitioner
  const [mark, setMark] = useState(exercise[me.accountId])
  if (person === undefined) return null
  const practised = (place: Situation) => practisedAs(place, person)
  const known = person.situations.find((situation) => placeMark(situation) === mark)
  const chosen = known ?? person.situations[0]
  // One and the same profession at all places goes without saying, unless it is only studied.
  const titles = new Set([person.profession, ...person.situations.map(practised)])
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (chosen !== undefined) rememberExercise(me, chosen)
    onDone?.()
  }
  return (
    <form className="exercise" onSubmit={submit}>
      <fieldset className="exercise__choices">
        <legend>
          {t("exercise.lead")} <strong>{personName(person)}</strong>
        </legend>
        {person.situations.map((situation, at) => (
          <label key={at} className="exercise__choice">
            <input
              type="radio"
              name="exercise"
              checked={situation === chosen}
              onChange={() => setMark(placeMark(situation))}
            />
            <strong>{situation.structureName ?? t("exercise.none")}</strong>
            {titles.size > 1 && <span>{practised(situation)}</span>}
            <span className="meta">{townName(situation)}</span>
          </label>
        ))}
      </fieldset>
      <Button look="primary" type="submit" wide>
        {t("act.continue")}
      </Button>
    </form>
  )
}
