import { useEffect, useState } from "react"
import { ArrowLeft, Building2, PenLine, Search, TriangleAlert } from "lucide-react"
import { ApiProblem, type MemberPage, type Practitioner, type Structure } from "../../core"
import { isUuid } from "../../core/ids"
import { Link } from "../app/Link"
import { goBack, navigate } from "../app/routes"
import { useMe, useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { personName, professionName, townName } from "../i18n/names"
import { groupKey, groupWords } from "../i18n/standing"
import { Avatar } from "../ui/Avatar"
import { Button, IconButton } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { SkeletonRows } from "../ui/Skeleton"
import { StandingMark } from "../ui/StandingMark"
import { keptFilters, withinStructure } from "./filters"
import { Services } from "./Services"
import { useStructureKey } from "./useStructureKey"
import "./structure.css"

type Loaded = {
  readonly structure?: Structure
  readonly members?: MemberPage
  readonly error?: unknown
}

/** An old address holds the id, which may hold an RPPS number: the key takes its place. */
export function StructurePage({ id }: { id: string }) {
  const known = isUuid(id)
  const key = useStructureKey(known ? undefined : id)
  useEffect(() => {
    if (key !== undefined) navigate({ page: "structure", id: key }, { replace: true })
  }, [key])
  return known ? <KnownStructure id={id} /> : null
}

/** One structure: where it is, which professions, its services, and who practises there. */
function KnownStructure({ id }: { id: string }) {
  const { t } = useI18n()
  const { directory } = useSession()
  const [loaded, setLoaded] = useState<Loaded>({})
  useEffect(() => {
    const abort = new AbortController()
    Promise.all([
      directory.structure(id, abort.signal),
      directory.members(id, undefined, abort.signal),
    ]).then(
      ([structure, members]) => setLoaded({ structure, members }),
      (error: unknown) => {
        if (!abort.signal.aborted) setLoaded({ error })
      },
    )
    return () => abort.abort()
  }, [directory, id])
  const more = async () => {
    const { structure, members } = loaded
    if (structure === undefined || members?.next === undefined) return
    try {
      const page = await directory.members(id, members.next)
      setLoaded({ structure, members: { ...page, items: [...members.items, ...page.items] } })
    } catch (error) {
      setLoaded({ structure, members, error })
    }
  }

  return (
    <>
      <header className="pane-head">
        <span className="pane-head__back pane-head__back--phone">
          <IconButton
            label={t("act.back")}
            icon={ArrowLeft}
            onClick={() => goBack({ page: "directory" })}
          />
        </span>
      </header>
      {loaded.structure !== undefined && loaded.members !== undefined && (
        <Whole
          id={id}
          structure={loaded.structure}
          members={loaded.members}
          onMore={() => void more()}
        />
      )}
      {loaded.error !== undefined && <Failed error={loaded.error} />}
      {loaded.structure === undefined && loaded.error === undefined && (
        <SkeletonRows count={3} label={t("directory.searching")} />
      )}
    </>
  )
}

function Whole(props: {
  id: string
  structure: Structure
  members: MemberPage
  onMore: () => void
}) {
  const { t } = useI18n()
  const me = useMe()?.practitioner?.id
  const { structure, members } = props
  return (
    <article className="structure" aria-labelledby="structure-name">
      <h1 id="structure-name">{structure.name ?? t("structure.unnamed")}</h1>
      <dl className="card__facts">
        <div>
          <dt>{t("structure.place")}</dt>
          <dd>{townName(structure) ?? t("exercise.none")}</dd>
          {structure.sector !== undefined && <dd>{structure.sector}</dd>}
        </div>
        {structure.finess !== undefined && (
          <div>
            <dt>{t("structure.finess")}</dt>
            <dd className="tnum">{structure.finess}</dd>
          </div>
        )}
        {structure.siret !== undefined && (
          <div>
            <dt>{t("structure.siret")}</dt>
            <dd className="tnum">{structure.siret}</dd>
          </div>
        )}
        <div>
          <dt>{t("structure.professions")}</dt>
          {structure.professions?.map((group) => (
            <dd key={groupKey(group)}>
              {t("structure.profession", { label: groupWords(group, t), n: group.count })}
            </dd>
          ))}
        </div>
      </dl>
      <Services structure={props.id} />
      <h2>{t("structure.members", { n: structure.people })}</h2>
      {members.next !== undefined && <SearchWithin structure={structure} />}
      <ul aria-label={t("structure.members", { n: structure.people })}>
        {members.items.map((person) => (
          <li key={person.id} className="structure__member">
            <Member person={person} self={person.id === me} />
          </li>
        ))}
      </ul>
      {members.next !== undefined && (
        <Button look="quiet" wide onClick={props.onMore}>
          {t("directory.more")}
        </Button>
      )}
    </article>
  )
}

/** Where not everybody is in sight. */
function SearchWithin({ structure }: { structure: Structure }) {
  const { t } = useI18n()
  const session = useSession()
  const filters = withinStructure(structure)
  if (filters === undefined) return null
  const search = () => {
    keptFilters(session).set(filters)
    navigate({ page: "directory" })
  }
  return (
    <Button look="secondary" icon={Search} onClick={search}>
      {t("structure.search")}
    </Button>
  )
}

/** The card comes before the first message, so "write" opens it. */
function Member({ person, self }: { person: Practitioner; self: boolean }) {
  const { t } = useI18n()
  const name = personName(person)
  return (
    <>
      <Avatar person={person} />
      <span className="person__words">
        <span className="person__name">{name}</span>
        <span className="person__line">{professionName(person)}</span>
        <StandingMark person={person} />
        {!person.reachable && <span className="tag">{t("directory.absent")}</span>}
        {self && <span className="tag">{t("directory.you")}</span>}
      </span>
      {!self && (
        <Link
          to={{ page: "card", id: person.id }}
          className="button button--secondary"
          aria-label={t(person.reachable ? "card.write" : "structure.card", { name })}
        >
          {person.reachable && <PenLine size={20} aria-hidden />}
          <span>{t(person.reachable ? "structure.write" : "directory.card")}</span>
        </Link>
      )}
    </>
  )
}

function Failed({ error }: { error: unknown }) {
  const { t } = useI18n()
  const missing = error instanceof ApiProblem && error.status === 404
  return (
    <EmptyState
      alert
      icon={missing ? Building2 : TriangleAlert}
      title={t(missing ? "structure.notFound.title" : "directory.failed.title")}
      act={<Button onClick={() => navigate({ page: "directory" })}>{t("directory.page")}</Button>}
    >
      {missing ? t("structure.notFound.text") : explain(error, t)}
    </EmptyState>
  )
}
