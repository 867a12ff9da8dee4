import {
  Check,
  Clock3,
  LoaderCircle,
  ShieldAlert,
  ShieldCheck,
  TriangleAlert,
  X,
} from "lucide-react"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"
import type { ProofSteps, Verdict } from "./proof"
import type { ProofState } from "./useProof"

/** The verdict first, then the three steps it stands on. Never a green word over a step that failed. */
export function ProofVerdict({ proof, onRetry }: { proof: ProofState; onRetry: () => void }) {
  const { t } = useI18n()
  switch (proof.kind) {
    case "checking":
      return (
        <Notice
          tone="plain"
          icon={LoaderCircle}
          role="status"
          title={t("console.proof.checking")}
        />
      )
    case "pending":
      return (
        <Notice
          tone="attention"
          icon={Clock3}
          title={t("console.proof.pending")}
          act={<Button onClick={onRetry}>{t("act.retry")}</Button>}
        >
          {t("console.proof.pending.text")}
        </Notice>
      )
    case "unavailable":
      return (
        <Notice
          tone="attention"
          icon={TriangleAlert}
          title={t("console.proof.unavailable")}
          act={<Button onClick={onRetry}>{t("act.retry")}</Button>}
        >
          {t("console.proof.unavailable.text")}
        </Notice>
      )
    case "checked":
      return <Checked verdict={proof.verdict} pinChanged={proof.pinChanged} />
  }
}

function Checked({ verdict, pinChanged }: { verdict: Verdict; pinChanged: boolean }) {
  const { t } = useI18n()
  const verified = verdict.kind === "verified" && !pinChanged
  return (
    <div className={`verdict verdict--${verified ? "good" : "bad"}`}>
      <p className="verdict__word" role="status">
        {verified ? <ShieldCheck size={24} aria-hidden /> : <ShieldAlert size={24} aria-hidden />}
        {t(verified ? "console.proof.verified" : "console.proof.failed")}
      </p>
      {!verified && (
        <p>
          {verdict.kind === "refuted" && <strong>{t(`console.cause.${verdict.cause}`)} </strong>}
          {verdict.kind === "verified" && <strong>{t("console.cause.pinned")} </strong>}
          {t("console.proof.failed.text")}
        </p>
      )}
      <ol className="verdict__steps">
        <Step words={t("console.proof.step.leaf")} step="leaf" steps={verdict.steps} />
        <Step words={t("console.proof.step.included")} step="included" steps={verdict.steps} />
        <Step
          words={t("console.proof.step.signed")}
          step="signed"
          steps={pinChanged ? { ...verdict.steps, signed: false } : verdict.steps}
        />
      </ol>
      {verdict.facts?.payloadPresent === false && (
        <p className="meta">{t("console.proof.purged")}</p>
      )}
    </div>
  )
}

function Step(props: { words: string; step: keyof ProofSteps; steps: ProofSteps }) {
  const { t } = useI18n()
  const holds = props.steps[props.step]
  return (
    <li>
      {holds ? <Check size={20} aria-hidden /> : <X size={20} aria-hidden />}
      <span>{props.words}</span>
      <strong>{t(holds ? "console.proof.yes" : "console.proof.no")}</strong>
    </li>
  )
}
