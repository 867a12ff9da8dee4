import { useState, type ReactNode } from "react"
import { ArrowLeft, UserPlus, UserRound } from "lucide-react"
import type { Practitioner } from "../../core"
import { navigate, type Route } from "../app/routes"
import { useObservable, useSession } from "../app/SessionContext"
import { FindContactsLink, MyContacts } from "../contacts/MyContacts"
import { useI18n } from "../i18n/I18n"
import { Button, IconButton } from "../ui/Button"
import { SearchField } from "../ui/Field"
import { DirectoryFilters } from "./DirectoryFilters"
import { DirectoryTabs, type DirectoryTab } from "./DirectoryTabs"
import { keptFilters, type Filters } from "./filters"
import { GroupBar } from "./GroupBar"
import { SearchResults } from "./SearchResults"
import { StructureSearch } from "./StructureSearch"
import { useDirectorySearch } from "./useDirectorySearch"
import "./directory.css"

const TAB_OF: Partial<Record<Route["page"], DirectoryTab>> = {
  structure: "structures",
  contacts: "contacts",
}

/** Finding people, one or several to write to together, or structures. */
export function DirectoryPane({ route }: { route: Route }) {
  const session = useSession()
  const [tab, setTab] = useState<DirectoryTab>(TAB_OF[route.page] ?? "people")
  const [page, setPage] = useState(route.page)
  const kept = keptFilters(session)
  const filters = useObservable(kept)
  if (page !== route.page) {
    setPage(route.page)
    // Whom one adds there appears beside it.
    if (route.page === "contacts") setTab("contacts")
    // From the page of a structure one comes to search within it.
    if (route.page === "directory" && filters.structure !== "") setTab("people")
  }
  if (tab === "contacts") return <MyContacts tabs={<DirectoryTabs tab={tab} onTab={setTab} />} />
  if (tab === "structures") {
    return (
      <StructureSearch
        current={route.page === "structure" ? route.id : undefined}
        tabs={<DirectoryTabs tab={tab} onTab={setTab} />}
      />
    )
  }
  return (
    <PeopleSearch
      route={route}
      filters={filters}
      onFilters={(next) => kept.set(next)}
      tabs={<DirectoryTabs tab={tab} onTab={setTab} />}
    />
  )
}

function PeopleSearch(props: {
  route: Route
  filters: Filters
  onFilters: (filters: Filters) => void
  tabs: ReactNode
}) {
  const { route, filters, onFilters } = props
  const { t } = useI18n()
  const [chosen, setChosen] = useState<readonly Practitioner[]>()
  const search = useDirectorySearch(filters)
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
          {!several && props.tabs}
          <div className="list-tools" role="search" aria-label={t("directory.page")}>
            <SearchField
              label={t("directory.label")}
              placeholder={t("directory.search")}
              value={filters.text}
              onValue={(text) => onFilters({ ...filters, text })}
            />
            <DirectoryFilters filters={filters} onFilters={onFilters} />
            <Button
              look="quiet"
              icon={several ? UserRound : UserPlus}
              onClick={() => setChosen(several ? undefined : [])}
            >
              {t(several ? "directory.one" : "directory.several")}
            </Button>
            {!several && <FindContactsLink />}
          </div>
        </div>
        <SearchResults
          search={search}
          chosen={chosen}
          current={route.page === "card" ? route.id : undefined}
          filters={filters}
          onToggle={toggle}
          onFilters={onFilters}
        />
      </div>
      {chosen !== undefined && <GroupBar chosen={chosen} onRemove={toggle} />}
    </>
  )
}
