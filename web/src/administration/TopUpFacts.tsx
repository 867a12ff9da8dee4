import type { ReactNode } from "react"
import type { TopUpRun, TopUpStatus } from "../core"
import { onDay } from "../messenger/i18n/dates"
import { useI18n } from "../messenger/i18n/I18n"
import { formatNumber } from "../messenger/i18n/format"
import { Table } from "./Table"
import { COUNTS, isOver, lastAttempt, lastSuccess, sumOf } from "./topUpStanding"
import { wordsOf } from "./words"

/** When it succeeded, was tried and failed, and what the directory stands for. */
export function TopUpFacts({ status, readAt }: { status: TopUpStatus; readAt: Date }) {
  const { t, dates } = useI18n()
  const { point, registerDate, notBefore, lastRefusal } = status
  const full = (at: string) => dates.full(new Date(at))
  const success = lastSuccess(status)
  const attempt = lastAttempt(status)
  const waits = notBefore !== undefined && new Date(notBefore) > readAt
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t("admin.topUp.configured"),
      t(status.configured ? "admin.topUp.configured.yes" : "admin.topUp.configured.no"),
    ],
    [t("admin.topUp.success"), success === undefined ? t("admin.topUp.never") : full(success)],
    [
      t("admin.topUp.attempt"),
      attempt === undefined ? t("admin.topUp.never.attempt") : full(attempt),
    ],
    [
      t("admin.topUp.failure"),
      lastRefusal === undefined ? (
        t("admin.topUp.failure.none")
      ) : (
        <>
          <p>{full(lastRefusal.at)}</p>
          <p>{t(wordsOf("admin.topUp.reason", lastRefusal.reason))}</p>
          {isOver(status) && <p>{t("admin.topUp.failure.over")}</p>}
        </>
      ),
    ],
    ...(waits ? [[t("admin.topUp.notBefore"), full(notBefore)] as const] : []),
    ...(point === undefined ? [] : [[t("admin.topUp.point"), full(point)] as const]),
    ...(registerDate === undefined
      ? []
      : [[t("admin.topUp.date"), dates.date(onDay(registerDate))] as const]),
  ]
  return (
    <section className="admin__panel">
      <h2>{t("admin.topUp.facts")}</h2>
      <dl className="facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the listed runs came to together: most of them find nothing. */
export function TopUpCounts({ runs }: { runs: readonly TopUpRun[] }) {
  const { t, dates, language } = useI18n()
  const first = runs.at(-1)
  if (first === undefined) return null
  return (
    <section className="admin__panel">
      <h2>
        {t("admin.topUp.counts", { n: runs.length, date: dates.full(new Date(first.startedAt)) })}
      </h2>
      <dl className="admin__counts">
        {COUNTS.map((count) => (
          <div key={count}>
            <dt>{t(`admin.topUp.${count}`)}</dt>
            <dd className="tnum">{formatNumber(sumOf(runs, count), language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function TopUpHistory({ runs }: { runs: readonly TopUpRun[] }) {
  const { t, dates, language } = useI18n()
  if (runs.length === 0) return null
  return (
    <section className="entries">
      <h2>{t("admin.topUp.history")}</h2>
      <Table
        caption={t("admin.topUp.history")}
        columns={[
          t("admin.topUp.started"),
          t("admin.topUp.state"),
          ...COUNTS.map((count) => t(`admin.topUp.${count}`)),
          t("admin.topUp.ended"),
        ]}
        rows={runs.map((run) => ({
          key: run.id,
          cells: [
            dates.console(new Date(run.startedAt)),
            t(`admin.topUp.state.${run.state}`),
            ...COUNTS.map((count) => formatNumber(run[count], language)),
            run.finishedAt === undefined ? "-" : dates.console(new Date(run.finishedAt)),
          ],
        }))}
      />
    </section>
  )
}
