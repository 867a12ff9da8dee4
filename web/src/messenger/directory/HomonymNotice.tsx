import { useEffect, useState } from "react"
import { UsersRound } from "lucide-react"
import type { Practitioner } from "../../core"
import { closeLayer, openLayer, useLayer } from "../app/routes"
import { Link } from "../app/Link"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { areHomonyms, personName, placeName, professionName } from "../i18n/names"
import { Button } from "../ui/Button"
import { Dialog } from "../ui/Dialog"
import { Notice } from "../ui/Notice"
import { StandingMark } from "../ui/StandingMark"

const LAYER = "homonyms"

/** The wrong-recipient guard: says that others carry the same name, where, and lets one compare. */
export function HomonymNotice({ person }: { person: Practitioner }) {
  const { t } = useI18n()
  const homonyms = useHomonyms(person)
  const layer = useLayer()
  if (homonyms.length === 0) return null
  const places = homonyms.map(({ situations }) => situations[0]?.town ?? t("exercise.none"))
  return (
    <>
      <Notice
        tone="attention"
        icon={UsersRound}
        title={t("card.homonyms", { n: homonyms.length, places: places.join(", ") })}
        act={<Button onClick={() => openLayer(LAYER)}>{t("card.compare")}</Button>}
      />
      {layer === LAYER && (
        <Dialog title={t("card.homonyms.title")} onClose={() => closeLayer(LAYER)}>
          <ul className="homonyms">
            {[person, ...homonyms].map((candidate) => (
              <li key={candidate.id} className="homonyms__person">
                <strong>{personName(candidate)}</strong>
                <span>{professionName(candidate)}</span>
                <StandingMark person={candidate} />
                <span>{placeName(candidate.situations[0]) ?? t("exercise.none")}</span>
                {candidate.id === person.id ? (
                  <span className="tag tag--good">{t("card.here")}</span>
                ) : (
                  <Link
                    to={{ page: "card", id: candidate.id }}
                    className="button button--secondary"
                  >
                    {t("card.choose")}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

function useHomonyms(person: Practitioner): readonly Practitioner[] {
  const { directory } = useSession()
  const [homonyms, setHomonyms] = useState<readonly Practitioner[]>([])
  useEffect(() => {
    const abort = new AbortController()
    directory
      .search({ q: `${person.givenName} ${person.familyName}`, limit: 20 }, abort.signal)
      .then(
        ({ items }) => setHomonyms(items.filter((other) => areHomonyms(person, other))),
        // Without an answer there is nothing to warn about; the card itself is complete.
        () => undefined,
      )
    return () => abort.abort()
  }, [directory, person])
  return homonyms
}
