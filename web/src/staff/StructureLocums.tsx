import { useState } from "react"
import { CalendarPlus } from "lucide-react"
import type { Practitioner, PractitionerId } from "../core"
import { closeLayer, openLayer, useLayer } from "../messenger/app/routes"
import { useMe } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { DelegationItem } from "../messenger/replacement/DelegationItem"
import { ProposeDialog } from "../messenger/replacement/ProposeDialog"
import { useAnswers } from "../messenger/replacement/useAnswers"
import { useDelegations } from "../messenger/replacement/useDelegations"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { ColleagueDialog } from "./ColleagueDialog"
import "../messenger/replacement/replacement.css"

const PAST_SHOWN = 3
const LAYER = "staff-locum"

/** Whether its administrator may have people replaced: those of FINESS structures may. */
export function mayArrangeLocums(structure: string): boolean {
  return structure.startsWith("F")
}

/** Who stands in for people of a structure, as its administrator asked, and asking for another. */
export function StructureLocums({ structure }: { structure: string }) {
  const self = useMe()?.practitioner?.id
  return self === undefined ? null : <Arranged structure={structure} self={self} />
}

function Arranged({ structure, self }: { structure: string; self: PractitionerId }) {
  const { t } = useI18n()
  const { items, failed, reload } = useDelegations()
  const { busy, outcome, setOutcome, accept, end } = useAnswers(reload, "staff.locum.ended")
  const layer = useLayer()
  const [replaced, setReplaced] = useState<Practitioner>()
  const asked = items?.filter(({ structureId }) => structureId === structure) ?? []
  const shown = [
    ...asked.filter(({ state }) => state !== "ended"),
    ...asked.filter(({ state }) => state === "ended").slice(0, PAST_SHOWN),
  ]
  const close = () => closeLayer(LAYER)
  const done = (locum: Practitioner, of: Practitioner) => {
    close()
    const names = { locum: personName(locum), replaced: personName(of) }
    setOutcome({ tone: "good", text: t("staff.locum.asked", names) })
    void reload()
  }
  return (
    <section className="staff__locums" aria-labelledby="staff-locums">
      <h2 id="staff-locums">{t("staff.locum.title")}</h2>
      <p>{t("staff.locum.lead")}</p>
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
      {items !== undefined && shown.length === 0 && <p>{t("locum.none")}</p>}
      {shown.length > 0 && (
        <ul className="locums">
          {shown.map((one) => (
            <DelegationItem
              key={one.id}
              delegation={one}
              self={self}
              busy={busy}
              onAccept={(chosen) => void accept(chosen)}
              onEnd={(chosen) => void end(chosen)}
            />
          ))}
        </ul>
      )}
      <Button
        icon={CalendarPlus}
        aria-haspopup="dialog"
        onClick={() => {
          setReplaced(undefined)
          openLayer(LAYER)
        }}
      >
        {t("staff.locum.propose")}
      </Button>
      {layer === LAYER && replaced === undefined && (
        <ColleagueDialog structure={structure} onChoose={setReplaced} onClose={close} />
      )}
      {layer === LAYER && replaced !== undefined && (
        <ProposeDialog
          person={replaced}
          structure={structure}
          onClose={close}
          onDone={(locum) => done(locum, replaced)}
        />
      )}
    </section>
  )
}
