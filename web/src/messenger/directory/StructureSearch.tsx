import { useState, type ReactNode } from "react"
import { ArrowLeft, Building2, ChevronRight, CloudOff, SearchX, TriangleAlert } from "lucide-react"
import type { Structure } from "../../core"
import { Link } from "../app/Link"
import { navigate } from "../app/routes"
import { isOffline } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { townName } from "../i18n/names"
import { Button, IconButton } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { SearchField } from "../ui/Field"
import { SkeletonRows } from "../ui/Skeleton"
import { MoreResults } from "./MoreResults"
import { useStructureKey } from "./useStructureKey"
import { useStructureSearch, type StructureSearchState } from "./useStructureSearch"

/** Finding structures by name, town, sector or number. */
export function StructureSearch(props: { current: string | undefined; tabs: ReactNode }) {
  const { t } = useI18n()
  const [text, setText] = useState("")
  const search = useStructureSearch(text)
  return (
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
          <h1>{t("directory.tab.structures")}</h1>
        </header>
        {props.tabs}
        <div className="list-tools" role="search" aria-label={t("directory.tab.structures")}>
          <SearchField
            label={t("structures.label")}
            placeholder={t("structures.search")}
            value={text}
            maxLength={100}
            onValue={setText}
          />
        </div>
      </div>
      <Results search={search} current={props.current} />
    </div>
  )
}

function Results({
  search,
  current,
}: {
  search: StructureSearchState
  current: string | undefined
}) {
  const { t } = useI18n()
  const { status, items } = search
  if (status === "idle") {
    return (
      <EmptyState icon={Building2} title={t("structures.start.title")}>
        {t("structures.start.text")}
      </EmptyState>
    )
  }
  if (status === "failed") return <Failed search={search} />
  if (status === "loading" && items.length === 0) {
    return <SkeletonRows count={5} label={t("directory.searching")} />
  }
  if (items.length === 0) {
    return (
      <EmptyState icon={SearchX} title={t("structures.none.title")}>
        {t("structures.none.text")}
      </EmptyState>
    )
  }
  return (
    <>
      <p className="directory__count meta" role="status">
        {status === "loading"
          ? t("directory.searching")
          : t(search.next === undefined ? "structures.results" : "structures.resultsMore", {
              n: items.length,
            })}
      </p>
      <ul aria-label={t("directory.tab.structures")}>
        {items.map((structure) => (
          <li key={structure.id}>
            <StructureRow structure={structure} current={current} />
          </li>
        ))}
      </ul>
      <MoreResults search={search} />
    </>
  )
}

function StructureRow(props: { structure: Structure; current: string | undefined }) {
  const { t } = useI18n()
  const { structure } = props
  const key = useStructureKey(structure.id)
  if (key === undefined) return null
  return (
    <Link
      to={{ page: "structure", id: key }}
      className="person"
      aria-current={key === props.current ? "page" : undefined}
    >
      <span className="structure__mark" aria-hidden>
        <Building2 size={22} />
      </span>
      <span className="person__words">
        <span className="person__name">{structure.name ?? t("structure.unnamed")}</span>
        <span className="person__line">{townName(structure) ?? t("exercise.none")}</span>
        {structure.sector !== undefined && (
          <span className="person__line meta">{structure.sector}</span>
        )}
        <span className="person__tags">
          <span className="tag">{t("structure.members", { n: structure.people })}</span>
        </span>
      </span>
      <ChevronRight size={20} aria-hidden className="person__more" />
    </Link>
  )
}

function Failed({ search }: { search: StructureSearchState }) {
  const { t } = useI18n()
  const offline = isOffline(search.error)
  return (
    <EmptyState
      alert
      icon={offline ? CloudOff : TriangleAlert}
      title={t(offline ? "directory.offline.title" : "directory.failed.title")}
      act={<Button onClick={search.retry}>{t("act.retry")}</Button>}
    >
      {t(offline ? "directory.offline.text" : "directory.failed.text")}
    </EmptyState>
  )
}
