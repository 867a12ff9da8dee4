import { useState } from "react"
import { ApiProblem, type TopUpRun, type TopUpStatus } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Dialog } from "../messenger/ui/Dialog"
import { Notice } from "../messenger/ui/Notice"
import { returning } from "./returning"
import { causeOf, needsStepUp } from "./words"

/** What follows from letting a stopped run go on, by number, and the act; needs a fresh login. */
export function AcceptDialog(props: {
  run: TopUpRun
  onAccepted: (status: TopUpStatus) => void
  onRefused: () => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const session = useSession()
  const [shown, setShown] = useState(props.run)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const { run } = props
  const n = run.waitingDepartures ?? 0
  const accept = async () => {
    if (busy) return
    // What was read on the page may have been read again since the question was put.
    if (shown.id !== run.id || shown.waitingDepartures !== run.waitingDepartures) {
      setShown(run)
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      props.onAccepted(await session.administration.acceptTopUpDepartures())
    } catch (error) {
      setFailure(error)
      if (!needsStepUp(error)) props.onRefused()
    }
    setBusy(false)
  }
  const leave = () => {
    returning.toTopUp()
    void session.stepUp()
  }
  const gone = run.state !== "stopped" || isConflict(failure)
  const title = t(gone ? "admin.topUp.accept.gone" : "admin.topUp.accept.title", { n })
  return (
    <Dialog title={title} onClose={props.onClose} step={String(gone)}>
      <div className="admin__person">
        {gone ? (
          <p>{t("admin.topUp.accept.gone.text")}</p>
        ) : (
          <>
            <FailureNotice failure={failure} onLeave={leave} />
            {run.waitingDepartures !== shown.waitingDepartures && (
              <Notice tone="attention" role="alert" title={t("admin.topUp.accept.changed")} />
            )}
            <p>{t("admin.topUp.accept.lose", { n })}</p>
            <p>{t("admin.topUp.accept.more")}</p>
            <Notice tone="attention">{t("admin.topUp.accept.forever")}</Notice>
          </>
        )}
        <div className="admin__acts">
          <Button onClick={props.onClose}>{t(gone ? "act.close" : "act.cancel")}</Button>
          {!gone && (
            <Button look="danger" busy={busy} onClick={() => void accept()}>
              {t("admin.topUp.accept.act", { n })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function FailureNotice({ failure, onLeave }: { failure: unknown; onLeave: () => void }) {
  const { t } = useI18n()
  if (failure === undefined) return null
  return needsStepUp(failure) ? (
    <Notice
      tone="attention"
      role="alert"
      title={t("admin.stepUp.title")}
      act={<Button onClick={onLeave}>{t("admin.stepUp.act")}</Button>}
    >
      {t("admin.stepUp.text")}
    </Notice>
  ) : (
    <Notice tone="attention" role="alert" title={t("admin.topUp.accept.unsure")}>
      {causeOf(failure, t)}
    </Notice>
  )
}

function isConflict(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.status === 409
}
