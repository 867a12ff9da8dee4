import { useState } from "react"
import { ApiProblem, type TopUpRun, type TopUpStatus } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { formatNumber } from "../messenger/i18n/format"
import { Dialog } from "../messenger/ui/Dialog"
import { TextField } from "../messenger/ui/Field"
import { Notice } from "../messenger/ui/Notice"
import { returning } from "./returning"
import { causeOf, needsStepUp } from "./words"

/** What the service takes. */
const MOST = 10_000_000

/**
 * What follows from letting a stopped run go on, by number, up to how many, and the act; needs a fresh login.
 * `typed` = the number left for a fresh login.
 */
export function AcceptDialog(props: {
  run: TopUpRun
  typed?: string | undefined
  onAccepted: (status: TopUpStatus) => void
  onRefused: () => void
  onClose: () => void
}) {
  const { t, language } = useI18n()
  const session = useSession()
  const [typed, setTyped] = useState(props.typed)
  const [wrong, setWrong] = useState(false)
  const [shown, setShown] = useState(props.run)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const { run } = props
  const n = run.waitingDepartures ?? 0
  const wanted = typed ?? (n === 0 ? "" : String(n))
  const least = Math.max(1, n)
  const most = numberOf(wanted)
  const accept = async () => {
    if (busy) return
    // What was read on the page may have been read again since the question was put.
    if (shown.id !== run.id || shown.waitingDepartures !== run.waitingDepartures) {
      setShown(run)
      return
    }
    const isWrong = wanted !== "" && (most === undefined || most < least || most > MOST)
    setWrong(isWrong)
    if (isWrong) return
    setBusy(true)
    setFailure(undefined)
    try {
      props.onAccepted(await session.administration.acceptTopUpDepartures(most))
    } catch (error) {
      if (isAboutMost(error)) setWrong(true)
      else setFailure(error)
      if (!needsStepUp(error)) props.onRefused()
    }
    setBusy(false)
  }
  const leave = () => {
    returning.toTopUp(wanted)
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
            <TextField
              type="text"
              inputMode="numeric"
              autoComplete="off"
              label={t("admin.topUp.accept.most")}
              hint={t("admin.topUp.accept.most.hint")}
              error={
                wrong
                  ? t("admin.topUp.accept.most.wrong", {
                      least: formatNumber(least, language),
                      most: formatNumber(MOST, language),
                    })
                  : undefined
              }
              value={wanted}
              onChange={(event) => {
                setTyped(event.target.value)
                setWrong(false)
              }}
            />
            <Notice tone="attention">{t("admin.topUp.accept.forever")}</Notice>
          </>
        )}
        <div className="admin__acts">
          <Button onClick={props.onClose}>{t(gone ? "act.close" : "act.cancel")}</Button>
          {!gone && (
            <Button look="danger" busy={busy} onClick={() => void accept()}>
              {most !== undefined && most > n
                ? t("admin.topUp.accept.upTo", { n: formatNumber(most, language) })
                : t("admin.topUp.accept.act", { n })}
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

/** A number as people write it, with spaces between thousands; undefined where it is none. */
function numberOf(text: string): number | undefined {
  const digits = text.replaceAll(/\s/g, "")
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}

function isAboutMost(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.members.field === "most"
}

function isConflict(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.status === 409
}
