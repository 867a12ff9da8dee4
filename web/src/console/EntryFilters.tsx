import { useState, type SyntheticEvent } from "react"
import { Search } from "lucide-react"
import type { AuditQuery } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { SelectField, TextField } from "../messenger/ui/Field"
import { actionWords, KNOWN_ACTIONS } from "./actions"

type Form = {
  readonly from: string
  readonly to: string
  readonly actor: string
  readonly action: string
  readonly outcome: string
}

const EMPTY: Form = { from: "", to: "", actor: "", action: "", outcome: "" }

/** Time, actor, action and outcome. Nothing is asked before "Afficher": each question is itself logged. */
export function EntryFilters(props: { busy: boolean; onAsk: (query: AuditQuery) => void }) {
  const { t, language } = useI18n()
  const [form, setForm] = useState(EMPTY)
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    props.onAsk(queryOf(form))
  }
  return (
    <form className="filters" role="search" aria-label={t("console.filters")} onSubmit={submit}>
      <TextField
        label={t("console.from")}
        type="date"
        value={form.from}
        max={form.to}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        label={t("console.to")}
        type="date"
        value={form.to}
        min={form.from}
        onChange={(event) => change({ to: event.target.value })}
      />
      <TextField
        label={t("console.actor")}
        placeholder={t("console.actor.hint")}
        value={form.actor}
        maxLength={255}
        autoComplete="off"
        onChange={(event) => change({ actor: event.target.value })}
      />
      <SelectField
        label={t("console.action")}
        value={form.action}
        onChange={(event) => change({ action: event.target.value })}
      >
        <option value="">{t("console.action.all")}</option>
        {KNOWN_ACTIONS.map((action) => (
          <option key={action} value={action}>
            {actionWords(action, language)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("console.outcome")}
        value={form.outcome}
        onChange={(event) => change({ outcome: event.target.value })}
      >
        <option value="">{t("console.outcome.all")}</option>
        <option value="success">{t("console.outcome.success")}</option>
        <option value="refused">{t("console.outcome.refused")}</option>
      </SelectField>
      <div className="filters__acts">
        <Button look="primary" type="submit" icon={Search} busy={props.busy}>
          {t("console.show")}
        </Button>
        <Button look="quiet" onClick={() => setForm(EMPTY)}>
          {t("console.reset")}
        </Button>
      </div>
    </form>
  )
}

/** Whole days in the person's zone, as the exact moments the service wants. */
function queryOf(form: Form): AuditQuery {
  const actor = form.actor.trim()
  return {
    ...(form.from !== "" && { from: startOfDay(form.from, 0) }),
    ...(form.to !== "" && { to: startOfDay(form.to, 1) }),
    ...(actor !== "" && { actor }),
    ...(form.action !== "" && { action: form.action }),
    ...(form.outcome !== "" && { outcome: form.outcome }),
  }
}

function startOfDay(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return new Date(year, month - 1, date + daysLater).toISOString()
}
