import { useId, useState, type SyntheticEvent } from "react"
import type { RevocationReason } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { SelectField } from "../messenger/ui/Field"
import { Notice } from "../messenger/ui/Notice"

const REASONS: readonly RevocationReason[] = ["lost", "stolen", "compromise", "request"]

/** What follows for the device and what stays, then the reason; the safe act stands before the other. */
export function RevokeForm(props: {
  last: boolean
  busy: boolean
  onRevoke: (reason: RevocationReason) => void
  onCancel: () => void
}) {
  const { t } = useI18n()
  const errorId = useId()
  const [reason, setReason] = useState<RevocationReason | "">("")
  const [missing, setMissing] = useState(false)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setMissing(reason === "")
    if (reason !== "") props.onRevoke(reason)
  }
  return (
    <form className="admin__person" onSubmit={submit}>
      <Notice tone="attention" title={t("admin.revoke.follows")}>
        {t("admin.revoke.stays")}
      </Notice>
      {props.last && <p>{t("admin.revoke.last")}</p>}
      <SelectField
        label={t("admin.suspend.reason")}
        value={reason}
        aria-invalid={missing}
        aria-describedby={missing ? errorId : undefined}
        onChange={(event) => setReason(event.target.value as RevocationReason | "")}
      >
        <option value="">{t("admin.suspend.choose")}</option>
        {REASONS.map((one) => (
          <option key={one} value={one}>
            {t(`admin.revoke.reason.${one}`)}
          </option>
        ))}
      </SelectField>
      {missing && (
        <p id={errorId} role="alert" className="field__error">
          {t("admin.suspend.reason.missing")}
        </p>
      )}
      <div className="admin__acts">
        <Button onClick={props.onCancel}>{t("act.cancel")}</Button>
        <Button look="danger" type="submit" busy={props.busy}>
          {t("admin.revoke.act")}
        </Button>
      </div>
    </form>
  )
}
