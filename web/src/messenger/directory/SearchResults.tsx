import { useEffect } from "react"
import { BookUser, CloudOff, SearchX, TriangleAlert } from "lucide-react"
import type { Practitioner, PractitionerId } from "../../core"
import { announce } from "../announce/announcer"
import { useMe, useObservable, useSession } from "../app/SessionContext"
import { isOffline } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { areHomonyms } from "../i18n/names"
import { Button } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { SkeletonRows } from "../ui/Skeleton"
import { PersonRow } from "./PersonRow"
import type { useDirectorySearch } from "./useDirectorySearch"

const SPEAK_AFTER_MS = 500

type Props = {
  search: ReturnType<typeof useDirectorySearch>
  chosen: readonly Practitioner[] | undefined
  current: PractitionerId | undefined
  filtered: boolean
  onToggle: (person: Practitioner) => void
  onClearFilters: () => void
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
      <p className="directory__count meta">{words ?? t("directory.searching")}</p>
      <ul aria-label={t("directory.page")}>
        {search.items.map((person) => (
          <li key={person.id}>
            <PersonRow
              person={person}
              current={person.id === props.current}
              homonym={search.items.some((other) => areHomonyms(person, other))}
              written={written.has(person.id)}
              self={person.id === me}
              chosen={props.chosen?.some(({ id }) => id === person.id)}
              onToggle={props.onToggle}
            />
          </li>
        ))}
      </ul>
      {search.next !== undefined && (
        <Button look="quiet" wide onClick={() => void search.loadMore()}>
          {t("directory.more")}
        </Button>
      )}
      {search.registerDate !== undefined && (
        <p className="directory__source meta">
          {t("directory.stale", { date: dates.date(new Date(search.registerDate)) })}
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

function NothingFound({ filtered, onClearFilters }: Props) {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={SearchX}
      title={t("directory.none.title")}
      act={
        filtered ? <Button onClick={onClearFilters}>{t("directory.none.act")}</Button> : undefined
      }
    >
      {t("directory.none.text")}
    </EmptyState>
  )
}
