import { useState } from "react"
import { ArrowLeft, UserPlus, UserRound } from "lucide-react"
import type { Practitioner } from "../../core"
import { navigate, type Route } from "../app/routes"
import { useI18n } from "../i18n/I18n"
import { Button, IconButton } from "../ui/Button"
import { SearchField } from "../ui/Field"
import { GroupBar } from "./GroupBar"
import { PROFESSIONS } from "./professions"
import { SearchResults } from "./SearchResults"
import { useDirectorySearch, type Filters } from "./useDirectorySearch"
import "./directory.css"

const NO_FILTER: Filters = { text: "", profession: "", town: "" }

/** Finding people by name, profession and town; one person, or several to write to together. */
export function DirectoryPane({ route }: { route: Route }) {
  const { t } = useI18n()
  const [filters, setFilters] = useState(NO_FILTER)
  const [chosen, setChosen] = useState<readonly Practitioner[]>()
  const search = useDirectorySearch(filters)
  const change = (part: Partial<Filters>) => setFilters((before) => ({ ...before, ...part }))
  const several = chosen !== undefined
  const toggle = (person: Practitioner) =>
    setChosen((before = []) =>
      before.some(({ id }) => id === person.id)
        ? before.filter(({ id }) => id !== person.id)
        : [...before, person],
    )
  return (
    <>
      <div className="list-scroll">
        <div className="list-top">
          <header className="pane-head">
            <span className="pane-head__back pane-head__back--phone">
              <IconButton
                label={t("act.back")}
                icon={ArrowLeft}
                onClick={() => navigate({ page: "messages" })}
              />
            </span>
            <h1>{t(several ? "group.title" : "directory.title")}</h1>
          </header>
          <div className="list-tools" role="search" aria-label={t("directory.page")}>
            <SearchField
              label={t("directory.label")}
              placeholder={t("directory.search")}
              value={filters.text}
              onValue={(text) => change({ text })}
            />
            <div className="directory__filters">
              <select
                className="field__input"
                aria-label={t("directory.profession")}
                value={filters.profession}
                onChange={(event) => change({ profession: event.target.value })}
              >
                <option value="">{t("directory.profession.all")}</option>
                {PROFESSIONS.map(([code, label]) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
              <input
                className="field__input"
                aria-label={t("directory.town")}
                placeholder={t("directory.town.hint")}
                value={filters.town}
                autoComplete="off"
                onChange={(event) => change({ town: event.target.value })}
              />
            </div>
            <Button
              look="quiet"
              icon={several ? UserRound : UserPlus}
              onClick={() => setChosen(several ? undefined : [])}
            >
              {t(several ? "directory.one" : "directory.several")}
            </Button>
          </div>
        </div>
        <SearchResults
          search={search}
          chosen={chosen}
          current={route.page === "card" ? route.id : undefined}
          filtered={filters.profession !== "" || filters.town !== ""}
          onToggle={toggle}
          onClearFilters={() => change({ profession: "", town: "" })}
        />
      </div>
      {chosen !== undefined && <GroupBar chosen={chosen} onRemove={toggle} />}
    </>
  )
}
