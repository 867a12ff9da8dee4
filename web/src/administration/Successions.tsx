import { useState } from "react"
import type { PractitionerId, SuccessionCounts } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { formatNumber } from "../messenger/i18n/format"
import { Button } from "../messenger/ui/Button"
import { Table } from "./Table"
import { wordsOf } from "./words"

const STEP = 20

/** Who moved from ADELI to RPPS, and the doubtful cases by entry and line, as many as the report names. */
export function Successions(props: {
  successions: SuccessionCounts
  onPerson: (id: PractitionerId) => void
}) {
  const { t, language } = useI18n()
  const [listed, setListed] = useState(STEP)
  const { carried, ambiguous, first } = props.successions
  const shown = first.slice(0, listed)
  return (
    <>
      <h3>{t("admin.succession.title")}</h3>
      <dl className="admin__counts">
        <div>
          <dt>{t("admin.succession.carried")}</dt>
          <dd className="tnum">{formatNumber(carried, language)}</dd>
        </div>
        <div>
          <dt>{t("admin.succession.ambiguous")}</dt>
          <dd className="tnum">{formatNumber(ambiguous, language)}</dd>
        </div>
      </dl>
      <p>{t("admin.succession.kept")}</p>
      {ambiguous > 0 && <p>{t("admin.succession.doubt")}</p>}
      {shown.length > 0 && (
        <Table
          caption={t("admin.succession.list")}
          columns={[
            t("admin.succession.person"),
            t("admin.succession.lines"),
            t("admin.defects.reason"),
          ]}
          rows={shown.map(({ practitionerId, lines, reason }, at) => ({
            key: `${practitionerId} ${at}`,
            cells: [
              <button
                key="open"
                type="button"
                className="entries__open"
                aria-haspopup="dialog"
                aria-label={t("admin.succession.open.case", { n: at + 1 })}
                onClick={() => props.onPerson(practitionerId)}
              >
                {t("admin.succession.open")}
              </button>,
              lines.map((line) => formatNumber(line, language)).join(" / "),
              t(wordsOf("admin.succession", reason)),
            ],
          }))}
        />
      )}
      {shown.length < ambiguous && (
        <p className="meta">{t("admin.succession.shown", { n: shown.length, all: ambiguous })}</p>
      )}
      {shown.length < first.length && (
        <Button onClick={() => setListed(listed + STEP)}>{t("admin.more")}</Button>
      )}
    </>
  )
}
