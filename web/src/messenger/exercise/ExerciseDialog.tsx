import type { Me } from "../../core"
import { useI18n } from "../i18n/I18n"
import { Dialog } from "../ui/Dialog"
import { ExerciseChoice } from "./ExerciseChoice"

/** Changes the place of practice without leaving the list. */
export function ExerciseDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useI18n()
  return (
    <Dialog title={t("exercise.change")} onClose={onClose}>
      <ExerciseChoice me={me} onDone={onClose} />
    </Dialog>
  )
}
