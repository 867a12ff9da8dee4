import { Download } from "lucide-react"
import type { AuditEntry } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import type { MessageKey } from "../messenger/i18n/fr"
import { formatNumber } from "../messenger/i18n/format"
import { Button } from "../messenger/ui/Button"
import { Dialog } from "../messenger/ui/Dialog"
import { actionWords, actorWords } from "./actions"
import { downloadProof } from "./downloadProof"
import { OutcomeMark } from "./OutcomeMark"
import type { ProofFacts } from "./proof"
import { ProofVerdict } from "./ProofVerdict"
import { useProof } from "./useProof"

/** One entry: a sentence, the verdict on its proof, the context, and the raw facts last. */
export function EntryDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t, dates, language } = useI18n()
  const proof = useProof(entry)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const actor = actorWords(entry) ?? t("console.unknownActor")
  return (
    <Dialog
      title={t("console.entry.title", { index: formatNumber(entry.index, language) })}
      onClose={onClose}
      actions={
        proof.kind === "checked" && (
          <Button icon={Download} onClick={() => downloadProof(entry, proof.file)}>
            {t("console.proof.download")}
          </Button>
        )
      }
    >
      <div>
        <p className="meta tnum">
          {t("console.entry.at", { date: dates.console(new Date(entry.time)), zone })}
        </p>
        <p className="entry__sentence">
          {t("console.entry.sentence", { actor, action: actionWords(entry.action, language) })}
        </p>
        <OutcomeMark outcome={entry.outcome} />
      </div>
      <ProofVerdict proof={proof} onRetry={proof.retry} />
      <Context entry={entry} />
      {proof.kind === "checked" && proof.verdict.facts !== undefined && (
        <Technical entry={entry} facts={proof.verdict.facts} />
      )}
    </Dialog>
  )
}

function Context({ entry }: { entry: AuditEntry }) {
  const { t } = useI18n()
  const { actor } = entry
  const rows: readonly (readonly [MessageKey, string | undefined])[] = [
    ["console.entry.national", actor.nationalId],
    ["console.entry.account", actor.accountId],
    ["console.entry.practitioner", actor.practitionerId],
    ["console.entry.device", actor.deviceId],
    ["console.entry.conversation", entry.conversationId],
    ["console.object", entry.object && `${entry.object.type} ${entry.object.id}`],
    ["console.service", entry.service],
  ]
  const details = Object.entries(entry.details)
  return (
    <section>
      <h3>{t("console.entry.context")}</h3>
      <dl className="facts">
        {rows.map(([word, value]) =>
          value === undefined ? null : <Fact key={word} word={t(word)} value={value} />,
        )}
        {details.map(([name, value]) => (
          <Fact key={name} word={name} value={String(value)} />
        ))}
      </dl>
    </section>
  )
}

function Technical({ entry, facts }: { entry: AuditEntry; facts: ProofFacts }) {
  const { t, language } = useI18n()
  return (
    <details className="technical">
      <summary>{t("console.proof.technical")}</summary>
      <dl className="facts">
        <Fact word={t("console.entry.id")} value={entry.id} />
        <Fact word={t("console.action")} value={entry.action} />
        <Fact word={t("console.proof.origin")} value={facts.origin} />
        <Fact word={t("console.proof.signer")} value={facts.signer} />
        <Fact word={t("console.proof.size")} value={formatNumber(facts.size, language)} />
        <Fact word={t("console.proof.root")} value={facts.root} />
        <Fact word={t("console.proof.leafHash")} value={facts.leafHash} />
        <Fact
          word={t("console.proof.path")}
          value={t("console.proof.pathLength", { n: facts.pathLength })}
        />
      </dl>
    </details>
  )
}

function Fact({ word, value }: { word: string; value: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd className="tnum">{value}</dd>
    </div>
  )
}
