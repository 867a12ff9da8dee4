import type { Me } from "../../core"
import { useI18n } from "../i18n/I18n"
import { ExerciseChoice } from "./ExerciseChoice"
import "../setup/setup.css"

/** "Vous écrivez en tant que": asked once when the register names several places of practice. */
export function ExercisePage({ me }: { me: Me }) {
  const { t } = useI18n()
  return (
    <main className="setup">
      <div className="setup__card">
        <h1>{t("exercise.title")}</h1>
        <ExerciseChoice me={me} />
      </div>
    </main>
  )
}
