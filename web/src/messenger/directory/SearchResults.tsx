import { useEffect } from "react"
import { BookUser, CloudOff, MapPinOff, SearchX, TriangleAlert } from "lucide-react"
import { ApiProblem, type Practitioner, type PractitionerId } from "../../core"
import { announce } from "../announce/announcer"
import { useMe, useObservable, useSession } from "../app/SessionContext"
import { isOffline } from "../errors/explain"
import { onDay } from "../i18n/dates"
import { useI18n } from "../i18n/I18n"
import { areHomonyms, townName } from "../i18n/names"
import { Button } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { SkeletonRows } from "../ui/Skeleton"
import { activeFilters, withoutFilter, withoutFilters, type Filters } from "./filters"
import { MoreResults } from "./MoreResults"
import { PersonRow } from "./PersonRow"
import { ProfessionChips } from "./ProfessionChips"
import { UnknownPlace } from "./townCode"
import type { useDirectorySearch } from "./useDirectorySearch"
import { useFilterWords } from "./useFilterWords"
import { useHelpfulDrops } from "./useHelpfulDrops"

const SPEAK_AFTER_MS = 500

type Props = {
  search: ReturnType<typeof useDirectorySearch>
  chosen: readonly Practitioner[] | undefined
  current: PractitionerId | undefined
  filters: Filters
  onToggle: (person: Practitioner) => void
  onFilters: (filters: Filters) => void
}

/** What the directory found, or why there is nothing to see; the count is spoken once typing rests. */
export function SearchResults(props: Props) {
  const { t, dates } = useI18n()
  const { search } = props
  const me = useMe()?.practitioner?.id
  const written = useWrittenTo()
  const count = search.items.length
  const words =
    search.status !== "done"
      ? undefined
      : t(search.next === undefined ? "directory.results" : "directory.resultsMore", { n: count })
  useEffect(() => {
    if (words === undefined) return
    const timer = setTimeout(() => announce(words), SPEAK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [words])

  if (search.status === "idle") return <StartSearching />
  if (search.status === "failed") return <SearchFailed search={search} />
  if (search.status === "loading" && count === 0) {
    return <SkeletonRows count={5} label={t("directory.searching")} />
  }
  if (count === 0) return <NothingFound {...props} />
  return (
    <>
      <ProfessionChips {...props} />
      <p className="directory__count meta">{words ?? t("directory.searching")}</p>
      {search.centre?.town !== undefined && (
        <p className="directory__source meta">
          {t("directory.centre", {
            place: townName({ ...search.centre, postalCode: search.centre.code }) ?? "",
          })}
        </p>
      )}
      <ul aria-label={t("directory.page")}>
        {search.items.map((person) => (
          <li key={person.id}>
            <PersonRow
              person={person}
              current={person.id === props.current}
              homonym={search.items.some((other) => areHomonyms(person, other))}
              written={written.has(person.id)}
              self={person.id === me}
              distance={search.distances?.find(({ id }) => id === person.id)}
              chosen={props.chosen?.some(({ id }) => id === person.id)}
              onToggle={props.onToggle}
            />
          </li>
        ))}
      </ul>
      <MoreResults search={search} />
      {search.registerDate !== undefined && (
        <p className="directory__source meta">
          {t("directory.stale", { date: dates.date(onDay(search.registerDate)) })}
        </p>
      )}
    </>
  )
}

function useWrittenTo(): ReadonlySet<PractitionerId> {
  const { items } = useObservable(useSession().conversations.list)
  const direct = items.filter((item) => item.kind === "direct")
  return new Set(
    direct.flatMap((item) => item.members.filter(({ me }) => !me).map((m) => m.practitionerId)),
  )
}

function StartSearching() {
  const { t } = useI18n()
  return (
    <EmptyState icon={BookUser} title={t("directory.start.title")}>
      {t("directory.start.text")}
    </EmptyState>
  )
}

function SearchFailed({ search }: { search: Props["search"] }) {
  const { t } = useI18n()
  const offline = isOffline(search.error)
  if (search.error instanceof UnknownPlace || isUnknownCode(search.error)) {
    return (
      <EmptyState alert icon={MapPinOff} title={t("directory.noPlace.title")}>
        {t("directory.noPlace.text")}
      </EmptyState>
    )
  }
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

/** The directory refuses a code that no commune has. */
function isUnknownCode(error: unknown): boolean {
  return error instanceof ApiProblem && ["near", "commune"].includes(String(error.members.field))
}

function NothingFound({ filters, onFilters }: Props) {
  const { t } = useI18n()
  const words = useFilterWords(filters)
  const drops = useHelpfulDrops(filters)
  const active = activeFilters(filters)
  const helpful = drops === undefined || drops.length === 0 ? active : drops
  if (active.length === 0) {
    return (
      <EmptyState icon={SearchX} title={t("directory.none.title")}>
        {t("directory.none.spelling")}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t("directory.none.title")}
      act={
        <span className="directory__drops">
          {helpful.map((name) => (
            <Button key={name} onClick={() => onFilters(withoutFilter(filters, name))}>
              {t("filters.drop", { filter: words(name) })}
            </Button>
          ))}
          {active.length > 1 && (
            <Button look="quiet" onClick={() => onFilters(withoutFilters(filters))}>
              {t("directory.none.act")}
            </Button>
          )}
        </span>
      }
    >
      {t(drops !== undefined && drops.length > 0 ? "directory.none.helps" : "directory.none.text")}
    </EmptyState>
  )
}
