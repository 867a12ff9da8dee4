import { useState, type SyntheticEvent } from "react"
import type { SuspensionReason } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { SelectField, TextField } from "../messenger/ui/Field"
import { Notice } from "../messenger/ui/Notice"

const REASONS: readonly SuspensionReason[] = [
  "compromise",
  "misuse",
  "authority",
  "inquiry",
  "request",
]

/** What follows first, then the reason and a note; the safe act stands before the other. */
export function SuspendForm(props: {
  busy: boolean
  onSuspend: (reason: SuspensionReason, note: string | undefined) => void
  onCancel: () => void
}) {
  const { t } = useI18n()
  const [reason, setReason] = useState<SuspensionReason | "">("")
  const [note, setNote] = useState("")
  const [missing, setMissing] = useState(false)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setMissing(reason === "")
    if (reason !== "") props.onSuspend(reason, note.trim() === "" ? undefined : note.trim())
  }
  return (
    <form className="admin__person" onSubmit={submit}>
      <Notice tone="attention">{t("admin.suspend.follows")}</Notice>
      <SelectField
        label={t("admin.suspend.reason")}
        value={reason}
        aria-invalid={missing}
        onChange={(event) => setReason(event.target.value as SuspensionReason | "")}
      >
        <option value="">{t("admin.suspend.choose")}</option>
        {REASONS.map((one) => (
          <option key={one} value={one}>
            {t(`admin.reason.${one}`)}
          </option>
        ))}
      </SelectField>
      {missing && (
        <p role="alert" className="field__error">
          {t("admin.suspend.reason.missing")}
        </p>
      )}
      <TextField
        label={t("admin.suspend.note")}
        hint={t("admin.suspend.note.hint")}
        value={note}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="admin__acts">
        <Button onClick={props.onCancel}>{t("act.cancel")}</Button>
        <Button look="danger" type="submit" busy={props.busy}>
          {t("admin.suspend.act")}
        </Button>
      </div>
    </form>
  )
}
