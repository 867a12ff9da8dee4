import { CalendarPlus } from "lucide-react"
import type { Practitioner } from "../../core"
import { closeLayer, openLayer, useLayer } from "../app/routes"
import { useMe } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { personName } from "../i18n/names"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { SkeletonRows } from "../ui/Skeleton"
import { DelegationItem } from "./DelegationItem"
import { ProposeDialog } from "./ProposeDialog"
import { useAnswers } from "./useAnswers"
import { useDelegations } from "./useDelegations"
import "./replacement.css"

const PAST_SHOWN = 3
const LAYER = "locum-propose"

/** "Mon remplacement": who stands in for me, for whom I stand in, and arranging the next one. */
export function ReplacementSection() {
  const person = useMe()?.practitioner
  return person === undefined ? null : <Arranged person={person} />
}

function Arranged({ person }: { person: Practitioner }) {
  const { t } = useI18n()
  const { items, failed, reload } = useDelegations()
  const { busy, outcome, setOutcome, accept, end } = useAnswers(reload)
  const layer = useLayer()
  const open = items?.filter(({ state }) => state !== "ended") ?? []
  const past = items?.filter(({ state }) => state === "ended").slice(0, PAST_SHOWN) ?? []
  return (
    <section aria-labelledby="locum">
      <h2 id="locum">{t("locum.title")}</h2>
      <p className="plain-page__lead">{t("locum.lead")}</p>
      {outcome !== undefined && (
        <Notice tone={outcome.tone} role={outcome.tone === "good" ? "status" : "alert"}>
          {outcome.text}
        </Notice>
      )}
      {items === undefined && !failed && <SkeletonRows count={1} label={t("locum.loading")} />}
      {items === undefined && failed && (
        <Notice
          tone="attention"
          role="alert"
          act={<Button onClick={() => void reload()}>{t("act.retry")}</Button>}
        >
          {t("locum.failed")}
        </Notice>
      )}
      {items !== undefined && open.length === 0 && <p>{t("locum.none")}</p>}
      {open.length + past.length > 0 && (
        <ul className="locums">
          {[...open, ...past].map((one) => (
            <DelegationItem
              key={one.id}
              delegation={one}
              self={person.id}
              busy={busy}
              onAccept={(chosen) => void accept(chosen)}
              onEnd={(chosen) => void end(chosen)}
            />
          ))}
        </ul>
      )}
      <Button icon={CalendarPlus} onClick={() => openLayer(LAYER)}>
        {t("locum.propose")}
      </Button>
      {layer === LAYER && (
        <ProposeDialog
          person={person}
          onClose={() => closeLayer(LAYER)}
          onDone={(locum) => {
            closeLayer(LAYER)
            setOutcome({ tone: "good", text: t("locum.asked", { name: personName(locum) }) })
            void reload()
          }}
        />
      )}
    </section>
  )
}
