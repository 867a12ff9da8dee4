import { useEffect, useState } from "react"
import { ArrowLeft, TriangleAlert, UserX } from "lucide-react"
import { ApiProblem, type Card, type PractitionerId } from "../../core"
import { goBack, navigate } from "../app/routes"
import { useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { Button, IconButton } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { SkeletonRows } from "../ui/Skeleton"
import { PersonCard } from "./PersonCard"

type Loaded = { readonly card?: Card; readonly error?: unknown }

/** The card before the first message: who, as what, where, proven how. */
export function CardPage({ id }: { id: PractitionerId }) {
  const { t } = useI18n()
  const { directory } = useSession()
  const [loaded, setLoaded] = useState<Loaded>({})
  useEffect(() => {
    const abort = new AbortController()
    directory.card(id, abort.signal).then(
      (card) => setLoaded({ card }),
      (error: unknown) => {
        if (!abort.signal.aborted) setLoaded({ error })
      },
    )
    return () => abort.abort()
  }, [directory, id])

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
      {loaded.card !== undefined && (
        <PersonCard
          card={loaded.card}
          onSeen={() =>
            setLoaded(({ card }) => (card ? { card: { ...card, former: undefined } } : {}))
          }
        />
      )}
      {loaded.error !== undefined && <CardFailed error={loaded.error} />}
      {loaded.card === undefined && loaded.error === undefined && (
        <SkeletonRows count={3} label={t("directory.searching")} />
      )}
    </>
  )
}

function CardFailed({ error }: { error: unknown }) {
  const { t } = useI18n()
  const missing = error instanceof ApiProblem && error.status === 404
  return (
    <EmptyState
      alert
      icon={missing ? UserX : TriangleAlert}
      title={t(missing ? "card.notFound.title" : "directory.failed.title")}
      act={<Button onClick={() => navigate({ page: "directory" })}>{t("directory.page")}</Button>}
    >
      {missing ? t("card.notFound.text") : explain(error, t)}
    </EmptyState>
  )
}
