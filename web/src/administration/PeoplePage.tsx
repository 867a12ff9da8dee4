import { useState, type SyntheticEvent } from "react"
import { Search, SearchX, TriangleAlert } from "lucide-react"
import type { LifecycleState, PersonEntry, PractitionerId } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { EmptyState } from "../messenger/ui/EmptyState"
import { SelectField, TextField } from "../messenger/ui/Field"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { ProfessionWords } from "./ProfessionWords"
import { PersonDialog } from "./PersonDialog"
import { Table } from "./Table"
import { usePeople } from "./usePeople"
import { usePersonLayer } from "./usePersonLayer"
import { causeOf } from "./words"

const STATES: readonly LifecycleState[] = ["known", "activated", "suspended", "departed"]

/** Where people stand, by family name and state; one of them opens as a layer. */
export function PeoplePage() {
  const { t } = useI18n()
  const people = usePeople()
  const { opened, open, close } = usePersonLayer()
  const [q, setQ] = useState("")
  const [state, setState] = useState<LifecycleState | "">("")
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void people.ask({
      ...(q.trim() !== "" && { q: q.trim() }),
      ...(state !== "" && { state }),
    })
  }
  return (
    <>
      <h1>{t("admin.people.title")}</h1>
      <form
        className="filters admin__find"
        role="search"
        aria-label={t("admin.people.search")}
        onSubmit={submit}
      >
        <TextField
          label={t("admin.people.q")}
          value={q}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setQ(event.target.value)}
        />
        <SelectField
          label={t("admin.people.state")}
          value={state}
          onChange={(event) => setState(event.target.value as LifecycleState | "")}
        >
          <option value="">{t("admin.people.state.all")}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {t(`admin.state.${one}`)}
            </option>
          ))}
        </SelectField>
        <div className="filters__acts">
          <Button look="primary" type="submit" icon={Search} busy={people.status === "loading"}>
            {t("admin.people.show")}
          </Button>
        </div>
      </form>
      {people.status === "loading" && people.items.length === 0 && (
        <SkeletonRows count={4} label={t("admin.loading")} />
      )}
      {people.status === "done" && people.items.length === 0 && (
        <EmptyState icon={SearchX} title={t("admin.people.none.title")}>
          {t("admin.people.none.text")}
        </EmptyState>
      )}
      {people.items.length > 0 && <PeopleTable items={people.items} onOpen={open} />}
      {people.status === "failed" && (
        <EmptyState
          alert
          icon={TriangleAlert}
          title={t("admin.failed")}
          act={
            <Button
              onClick={() => void (people.next === undefined ? people.retry() : people.more())}
            >
              {t("act.retry")}
            </Button>
          }
        >
          {causeOf(people.failure, t)}
        </EmptyState>
      )}
      {people.next !== undefined && people.status !== "failed" && (
        <Button busy={people.status === "loading"} onClick={() => void people.more()}>
          {t("admin.more")}
        </Button>
      )}
      <p role="status" className="hidden-visually">
        {people.status === "done" && t("admin.people.count", { n: people.items.length })}
      </p>
      {opened !== undefined && (
        <PersonDialog id={opened} onChanged={() => void people.retry()} onClose={close} />
      )}
    </>
  )
}

function PeopleTable(props: {
  items: readonly PersonEntry[]
  onOpen: (id: PractitionerId) => void
}) {
  const { t, dates } = useI18n()
  return (
    <Table
      caption={t("admin.people.title")}
      columns={[
        t("admin.people.name"),
        t("admin.people.profession"),
        t("admin.people.state"),
        t("admin.people.since"),
        t("admin.people.login"),
      ]}
      rows={props.items.map((one) => ({
        key: one.id,
        cells: [
          <button
            key="open"
            type="button"
            className="entries__open"
            aria-haspopup="dialog"
            aria-label={t("admin.people.open", { name: personName(one) })}
            onClick={() => props.onOpen(one.id)}
          >
            {personName(one)}
          </button>,
          <ProfessionWords key="profession" person={one} />,
          t(`admin.state.${one.state}`),
          dates.date(new Date(one.since)),
          t(one.told ? "admin.told.yes" : "admin.told.no"),
        ],
      }))}
    />
  )
}
