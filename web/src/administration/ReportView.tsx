import type { ImportReport, PractitionerId } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import type { MessageKey } from "../messenger/i18n/fr"
import { formatNumber } from "../messenger/i18n/format"
import { Notice } from "../messenger/ui/Notice"
import { DefectList } from "./DefectList"
import { FileTable } from "./FileTable"
import { Successions } from "./Successions"
import { wordsOf } from "./words"

/** Verdict first, then what to do, then the counts, its files, who moved to RPPS, and the rows left out. */
export function ReportView(props: {
  report: ImportReport
  onPerson: (id: PractitionerId) => void
}) {
  const { t, dates, language } = useI18n()
  const { report } = props
  const { files, successions } = report
  const accepted = report.outcome === "accepted"
  const started = dates.console(new Date(report.startedAt))
  return (
    <section className="admin__panel" aria-label={t("admin.report.title", { date: started })}>
      <h2>{t("admin.report.title", { date: started })}</h2>
      <Notice
        role="status"
        tone={accepted ? "good" : "urgent"}
        title={t(accepted ? "admin.report.accepted" : "admin.report.refused")}
      >
        {!accepted && t(wordsOf("admin.refusal", report.reason ?? "other"))}
        {!accepted &&
          report.reasonLine !== undefined &&
          ` ${t("admin.report.line", { n: report.reasonLine })}`}
        {report.departuresAccepted === true && t("admin.report.overridden")}
      </Notice>
      <dl className="admin__counts">
        {countsOf(report).map(([key, count]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd className="tnum">{formatNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      {files !== undefined && <FileTable files={files} />}
      {successions !== undefined && (
        <Successions successions={successions} onPerson={props.onPerson} />
      )}
      {Object.keys(report.defects).length > 0 && <DefectList report={report} />}
    </section>
  )
}

type Count = readonly [MessageKey, number]

function countsOf(report: ImportReport): readonly Count[] {
  const defects = Object.values(report.defects).reduce((sum, count) => sum + count, 0)
  const { keptNewer, ignoredFiles } = report
  return [
    ["admin.report.rows", report.rows],
    ...contentOf(report),
    ...(keptNewer === undefined ? [] : [["admin.report.keptNewer", keptNewer] as const]),
    ["admin.report.quarantined", defects],
    ...(ignoredFiles === undefined ? [] : [["admin.report.ignoredFiles", ignoredFiles] as const]),
  ]
}

/** Nobody arrives or leaves by a file of mailboxes, skills or qualifications. */
function contentOf(report: ImportReport): readonly Count[] {
  const { mailboxes, kind = "register" } = report
  if (mailboxes !== undefined)
    return [
      ["admin.report.listed", mailboxes.listed],
      ["admin.report.added", mailboxes.added],
      ["admin.report.changed", mailboxes.changed],
      ["admin.report.removed", mailboxes.removed],
    ]
  if (kind !== "register") return [["admin.report.concerned", report.people]]
  return [
    ["admin.report.people", report.people],
    ["admin.report.arrivals", report.arrivals],
    ["admin.report.changes", report.changes],
    ["admin.report.departures", report.departures],
    ["admin.report.returns", report.returns],
    ...(report.toppedUp === undefined
      ? []
      : [
          ["admin.chart.arrivals.toppedUp", report.toppedUp.arrivals] as const,
          ["admin.chart.departures.toppedUp", report.toppedUp.departures] as const,
        ]),
  ]
}
