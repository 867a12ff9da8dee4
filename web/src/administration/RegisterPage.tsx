import { useCallback, useState } from "react"
import { Database, TriangleAlert } from "lucide-react"
import type { ImportReport } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { onDay } from "../messenger/i18n/dates"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { EmptyState } from "../messenger/ui/EmptyState"
import { Notice } from "../messenger/ui/Notice"
import { SkeletonRows } from "../messenger/ui/Skeleton"
import { MovementChart, ProfessionChart } from "./Charts"
import { FetchPanel } from "./FetchPanel"
import { PersonDialog } from "./PersonDialog"
import { ProgressView } from "./ProgressView"
import { ReportView } from "./ReportView"
import { Table } from "./Table"
import { UploadForm } from "./UploadForm"
import { useFetch } from "./useFetch"
import { useImports } from "./useImports"
import { usePersonLayer } from "./usePersonLayer"
import { useUpload } from "./useUpload"
import { returning } from "./returning"
import { causeOf, needsStepUp } from "./words"

/** The register: a file in, its progress and report, and what earlier files changed. */
export function RegisterPage() {
  const { t, dates } = useI18n()
  const session = useSession()
  const imports = useImports()
  const { upload, send, ended, cancel } = useUpload(() => void imports.load())
  const [opened, setOpened] = useState<ImportReport>()
  const person = usePersonLayer()
  const { load } = imports
  const { fetch, begin } = useFetch(load)
  const done = useCallback(() => {
    void load()
    void ended()
  }, [load, ended])

  const items = imports.list?.items ?? []
  const accepted = items.filter(
    ({ outcome, kind }) => outcome === "accepted" && (kind ?? "register") === "register",
  )
  const latest = upload.kind === "over" ? upload.report : items[0]
  const watched =
    upload.kind === "sending" || upload.kind === "sent" ? upload.id : imports.list?.running?.[0]?.id
  const report = opened ?? (upload.kind === "over" ? upload.report : undefined)
  const [current] = accepted
  return (
    <>
      <div>
        <h1>{t("admin.import.title")}</h1>
        {current !== undefined && (
          <p>
            {t("admin.import.current", {
              date: dates.date(onDay(current.registerDate)),
            })}
          </p>
        )}
        {imports.list !== undefined && current === undefined && <p>{t("admin.import.never")}</p>}
        <p className="meta">{t("admin.import.recorded")}</p>
      </div>
      {upload.kind === "cancelled" && watched === undefined && (
        <Notice tone="plain" role="status" title={t("admin.import.cancelled")}>
          {t("admin.import.cancelled.text")}
        </Notice>
      )}
      {upload.kind === "failed" &&
        (needsStepUp(upload.error) ? (
          <Notice
            tone="attention"
            role="alert"
            title={t("admin.stepUp.title")}
            act={
              <Button
                onClick={() => {
                  returning.toAccept()
                  void session.stepUp()
                }}
              >
                {t("admin.stepUp.act")}
              </Button>
            }
          >
            {t("admin.stepUp.text")}
          </Notice>
        ) : (
          <Notice tone="urgent" role="alert" title={t("admin.import.lost")}>
            {t("admin.import.lost.text", { cause: causeOf(upload.error, t) })}
          </Notice>
        ))}
      {watched === undefined ? (
        <UploadForm
          tooMany={isTooMany(latest)}
          onSend={(file, accept) => {
            setOpened(undefined)
            void send(file, accept)
          }}
        />
      ) : (
        <ProgressView
          key={watched}
          id={watched}
          onDone={done}
          {...(upload.kind === "sending" && { onCancel: cancel })}
        />
      )}
      <FetchPanel fetch={fetch} offered={watched === undefined} onBegin={() => void begin()} />
      {report !== undefined && (
        <ReportView key={report.id} report={report} onPerson={person.open} />
      )}
      {imports.list === undefined && imports.failure === undefined && (
        <SkeletonRows count={4} label={t("admin.loading")} />
      )}
      {imports.failure !== undefined && (
        <EmptyState
          alert
          icon={TriangleAlert}
          title={t("admin.failed")}
          act={<Button onClick={() => void load()}>{t("act.retry")}</Button>}
        >
          {causeOf(imports.failure, t)}
        </EmptyState>
      )}
      {imports.list !== undefined && <History items={items} onOpen={setOpened} />}
      {current !== undefined && <ProfessionChart report={current} />}
      <MovementChart reports={accepted} />
      {person.opened !== undefined && (
        <PersonDialog id={person.opened} onChanged={() => undefined} onClose={person.close} />
      )}
    </>
  )
}

function isTooMany(report: ImportReport | undefined): boolean {
  return report?.reason === "too-many-departures" || report?.reason === "too-many-removals"
}

function History(props: {
  items: readonly ImportReport[]
  onOpen: (report: ImportReport) => void
}) {
  const { t, dates } = useI18n()
  if (props.items.length === 0)
    return (
      <EmptyState icon={Database} title={t("admin.history.none")}>
        {t("admin.history.none.text")}
      </EmptyState>
    )
  return (
    <section className="entries">
      <h2>{t("admin.history.title")}</h2>
      <Table
        caption={t("admin.history.title")}
        columns={[t("admin.history.started"), t("admin.history.kind"), t("admin.history.outcome")]}
        rows={props.items.map((report) => {
          const started = dates.console(new Date(report.startedAt))
          return {
            key: report.id,
            cells: [
              <button
                key="open"
                type="button"
                className="entries__open tnum"
                aria-label={t("admin.history.open", { date: started })}
                onClick={() => props.onOpen(report)}
              >
                {started}
              </button>,
              t(`admin.kind.${report.kind ?? "register"}`),
              t(report.outcome === "accepted" ? "admin.history.accepted" : "admin.history.refused"),
            ],
          }
        })}
      />
    </section>
  )
}
