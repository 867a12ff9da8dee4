import { useState, type SyntheticEvent } from "react"
import type { Me } from "../../core"
import { useObservable } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { personName, townName } from "../i18n/names"
import { preferences } from "../settings/preferences"
import { Button } from "../ui/Button"
import { rememberExercise } from "./exercise"
import "./exercise.css"

/** The places of practice of a person, one to be chosen. */
export function ExerciseChoice({ me, onDone }: { me: Me; onDone?: () => void }) {
  const { t } = useI18n()
  const { exercise } = useObservable(preferences)
  const [index, setIndex] = useState(exercise[me.accountId] ?? 0)
  const person = me.practitioner
  if (person === undefined) return null
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    rememberExercise(me, index)
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
              checked={index === at}
              onChange={() => setIndex(at)}
            />
            <strong>{situation.structureName ?? t("exercise.none")}</strong>
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
