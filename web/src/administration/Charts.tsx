import type { ImportReport } from "../core"
import { onDay } from "../messenger/i18n/dates"
import { useI18n } from "../messenger/i18n/I18n"
import { formatNumber } from "../messenger/i18n/format"
import { Table } from "./Table"

const IMPORTS = 8
const HALF = 50

/** People by profession: a table whose rows carry their bar, so that chart and numbers are one. */
export function ProfessionChart({ report }: { report: ImportReport }) {
  const { t, language } = useI18n()
  const professions = report.professions ?? []
  const most = Math.max(1, ...professions.map(({ people }) => people))
  if (professions.length === 0) return null
  return (
    <section className="admin__panel">
      <h2>{t("admin.chart.professions")}</h2>
      <table className="admin__bars">
        <caption className="hidden-visually">{t("admin.chart.professions")}</caption>
        <thead className="hidden-visually">
          <tr>
            <th scope="col">{t("admin.chart.profession")}</th>
            <th scope="col">{t("admin.report.people")}</th>
          </tr>
        </thead>
        <tbody>
          {professions.map(({ code, label, people }) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              <td className="tnum">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                  <rect className="admin__up" width={(100 * people) / most} height="10" />
                </svg>
                <span>{formatNumber(people, language)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/**
 * Arrivals upwards and departures downwards, one column per accepted import, the oldest at first; on top of them,
 * outlined, what the top-up brought until the next.
 */
export function MovementChart({ reports }: { reports: readonly ImportReport[] }) {
  const { t, dates, language } = useI18n()
  const shown = reports.slice(0, IMPORTS).reverse()
  const most = Math.max(
    1,
    ...shown.flatMap((report) => [sumOf(report, "arrivals"), sumOf(report, "departures")]),
  )
  if (shown.length < 2) return null
  const toppedUp = shown.some(
    ({ toppedUp }) => toppedUp !== undefined && (toppedUp.arrivals > 0 || toppedUp.departures > 0),
  )
  const high = (count: number) => (HALF * count) / most
  const day = (report: ImportReport) => dates.date(onDay(report.registerDate))
  return (
    <section className="admin__panel">
      <h2>{t("admin.chart.movements")}</h2>
      <ul className="admin__legend">
        <li className="admin__legend-up">{t("admin.chart.up")}</li>
        <li className="admin__legend-down">{t("admin.chart.down")}</li>
        {toppedUp && <li className="admin__legend-outlined">{t("admin.chart.toppedUp")}</li>}
      </ul>
      <div className="admin__columns" aria-hidden>
        {shown.map((report) => (
          <div key={report.id} className="admin__column tnum">
            <span>{formatNumber(sumOf(report, "arrivals"), language)}</span>
            <svg viewBox="0 0 10 100" preserveAspectRatio="none">
              <rect
                className="admin__up"
                width="10"
                y={HALF - high(report.arrivals)}
                height={high(report.arrivals)}
              />
              <rect
                className="admin__up admin__outlined"
                width="10"
                y={HALF - high(sumOf(report, "arrivals"))}
                height={high(report.toppedUp?.arrivals ?? 0)}
              />
              <rect className="admin__down" width="10" y={HALF} height={high(report.departures)} />
              <rect
                className="admin__down admin__outlined"
                width="10"
                y={HALF + high(report.departures)}
                height={high(report.toppedUp?.departures ?? 0)}
              />
            </svg>
            <span>{formatNumber(sumOf(report, "departures"), language)}</span>
            <span className="meta">
              {report.registerDate.slice(8)}/{report.registerDate.slice(5, 7)}
            </span>
          </div>
        ))}
      </div>
      <details className="technical">
        <summary>{t("admin.chart.table")}</summary>
        <Table
          caption={t("admin.chart.movements")}
          columns={[
            t("admin.chart.day"),
            t("admin.report.arrivals"),
            t("admin.report.departures"),
            ...(toppedUp
              ? [t("admin.chart.arrivals.toppedUp"), t("admin.chart.departures.toppedUp")]
              : []),
          ]}
          rows={shown.map((report) => ({
            key: report.id,
            cells: [
              day(report),
              formatNumber(report.arrivals, language),
              formatNumber(report.departures, language),
              ...(toppedUp
                ? [
                    formatNumber(report.toppedUp?.arrivals ?? 0, language),
                    formatNumber(report.toppedUp?.departures ?? 0, language),
                  ]
                : []),
            ],
          }))}
        />
      </details>
    </section>
  )
}

/** By the file, and by the top-up until the next one. */
function sumOf(report: ImportReport, count: "arrivals" | "departures"): number {
  return report[count] + (report.toppedUp?.[count] ?? 0)
}
