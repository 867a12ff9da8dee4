import { useEffect, useState } from "react"
import type { Practitioner } from "../../core"
import { useMe, useSession } from "../app/SessionContext"
import { QualificationFacts } from "../directory/QualificationFacts"
import { useExercise } from "../exercise/exercise"
import { ExerciseDialog } from "../exercise/ExerciseDialog"
import { useI18n } from "../i18n/I18n"
import { personName, placeAs, professionName } from "../i18n/names"
import { Button } from "../ui/Button"
import "../directory/card.css"

/** Who I write as, and what others read of me in the directory. */
export function ProfileSection() {
  const { t } = useI18n()
  const me = useMe()
  const exercise = useExercise()
  const [choosing, setChoosing] = useState(false)
  const person = me?.practitioner
  if (me === undefined || person === undefined) return null
  return (
    <section>
      <h2>{t("settings.profile")}</h2>
      <div className="settings__profile">
        <div>
          <p className="device__name">{personName(person)}</p>
          <p>{professionName(person)}</p>
          <p className="meta">{placeAs(exercise, person) ?? t("exercise.none")}</p>
        </div>
        {person.situations.length > 1 && (
          <Button onClick={() => setChoosing(true)}>{t("exercise.change")}</Button>
        )}
      </div>
      <Details person={person} />
      {choosing && <ExerciseDialog me={me} onClose={() => setChoosing(false)} />}
    </section>
  )
}

/** What the answer to "who am I" has not: the profile stands without it, as without the network. */
function Details({ person: { id } }: { person: Practitioner }) {
  const { directory } = useSession()
  const [known, setKnown] = useState<Practitioner>()
  useEffect(() => {
    const abort = new AbortController()
    directory.practitioner(id, abort.signal).then(
      (person) => {
        if (!abort.signal.aborted) setKnown(person)
      },
      () => undefined,
    )
    return () => abort.abort()
  }, [directory, id])
  const { skills = [], qualifications = [] } = known ?? {}
  return known === undefined || skills.length + qualifications.length === 0 ? null : (
    <dl className="card__facts">
      <QualificationFacts person={known} />
    </dl>
  )
}
