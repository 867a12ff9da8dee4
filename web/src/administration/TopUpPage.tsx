import { useEffect, useRef, useState } from "react"
import { TriangleAlert } from "lucide-react"
import type { TopUpStatus } from "../core"
import { closeLayer, openLayer, useLayer } from "../messenger/app/routes"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { EmptyState } from "../messenger/ui/EmptyState"
import { Notice } from "../messenger/ui/Notice"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { AcceptedNotice } from "./AcceptedNotice"
import { AcceptDialog } from "./AcceptDialog"
import { returning } from "./returning"
import { StandingNotice } from "./StandingNotice"
import { TopUpCounts, TopUpFacts, TopUpHistory } from "./TopUpFacts"
import { standingOf } from "./topUpStanding"
import { useTopUp } from "./useTopUp"
import { causeOf } from "./words"

const LAYER = "acceptance"

/** The register between two files: where its top-up stands, and accepting departures that stopped it. */
export function TopUpPage() {
  const { t, dates } = useI18n()
  const { known, failure, load, put } = useTopUp()
  const layer = useLayer()
  const [accepted, setAccepted] = useState<string>()
  const [typed, setTyped] = useState<string>()
  const result = useRef<HTMLDivElement>(null)
  const asking = layer === LAYER
  const latest = known?.status.runs[0]
  useEffect(() => {
    const most = returning.takeTopUp()
    if (most === undefined) return
    void Promise.resolve().then(() => {
      setTyped(most)
      openLayer(LAYER)
    })
  }, [])
  // The button that opened the dialog is gone with the question.
  useEffect(() => {
    if (!asking && accepted !== undefined) result.current?.focus()
  }, [asking, accepted])
  const done = (now: TopUpStatus) => {
    setAccepted(now.runs[0]?.id)
    put(now)
    closeLayer(LAYER)
  }
  const isTold =
    known !== undefined && latest?.id === accepted && standingOf(known.status) === "resuming"
  const retry = <Button onClick={() => void load()}>{t("act.retry")}</Button>
  return (
    <>
      <div>
        <h1>{t("admin.topUp")}</h1>
        <p>{t("admin.topUp.intro")}</p>
      </div>
      {known === undefined && failure === undefined && (
        <SkeletonRows count={4} label={t("admin.loading")} />
      )}
      {known === undefined && failure !== undefined && (
        <EmptyState alert icon={TriangleAlert} title={t("admin.topUp.failed")} act={retry}>
          {causeOf(failure, t)}
        </EmptyState>
      )}
      {known !== undefined && failure !== undefined && (
        <Notice
          tone="attention"
          role="alert"
          title={t("admin.topUp.stale", { time: dates.timeInSentence(known.readAt) })}
          act={retry}
        >
          {causeOf(failure, t)}
        </Notice>
      )}
      {accepted !== undefined && (
        <div ref={result} className="admin__result" tabIndex={-1}>
          <AcceptedNotice run={known?.status.runs.find(({ id }) => id === accepted)} />
        </div>
      )}
      {known !== undefined && (
        <>
          {!isTold && <StandingNotice status={known.status} onAccept={() => openLayer(LAYER)} />}
          <TopUpFacts {...known} />
          <TopUpCounts runs={known.status.runs} />
          <TopUpHistory runs={known.status.runs} />
        </>
      )}
      {asking && latest !== undefined && latest.id !== accepted && (
        <AcceptDialog
          run={latest}
          typed={typed}
          onAccepted={done}
          onRefused={() => void load()}
          onClose={() => closeLayer(LAYER)}
        />
      )}
    </>
  )
}
