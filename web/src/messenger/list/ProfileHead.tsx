import { useState } from "react"
import { ChevronDown } from "lucide-react"
import type { Me } from "../../core"
import { useExercise } from "../exercise/exercise"
import { ExerciseDialog } from "../exercise/ExerciseDialog"
import { useI18n } from "../i18n/I18n"
import { personName, placeAs, professionTitle } from "../i18n/names"
import { Avatar } from "../ui/Avatar"

/** Who I am and from where: the first thing on the page. The place can be changed when there are two. */
export function ProfileHead({ me }: { me: Me }) {
  const { t } = useI18n()
  const exercise = useExercise()
  const [choosing, setChoosing] = useState(false)
  const person = me.practitioner
  if (person === undefined) return null
  const place = placeAs(exercise, person) ?? professionTitle(person)
  return (
    <header className="profile">
      <Avatar person={person} />
      <div className="profile__words">
        <h1>{personName(person)}</h1>
        {person.situations.length > 1 ? (
          <button type="button" className="profile__place" onClick={() => setChoosing(true)}>
            <span>{place}</span>
            <ChevronDown size={20} aria-hidden />
            <span className="hidden-visually">{t("exercise.change")}</span>
          </button>
        ) : (
          <p className="meta">{place}</p>
        )}
      </div>
      {choosing && <ExerciseDialog me={me} onClose={() => setChoosing(false)} />}
    </header>
  )
}
