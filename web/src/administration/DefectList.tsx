import { useState } from "react"
import type { ImportReport, RegisterDefect } from "../core"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { formatNumber } from "../messenger/i18n/format"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"
import { Table } from "./Table"
import { causeOf, wordsOf } from "./words"

type Lines = { readonly items: readonly RegisterDefect[]; readonly next?: string }

/** How many rows each defect touched, and on request which, page by page. Never their content. */
export function DefectList({ report }: { report: ImportReport }) {
  const { t, language } = useI18n()
  const { administration } = useSession()
  const [lines, setLines] = useState<Lines>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const load = async () => {
    setBusy(true)
    try {
      const page = await administration.defects(report.id, lines?.next)
      setLines({ ...page, items: [...(lines?.items ?? []), ...page.items] })
      setFailure(undefined)
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  const several = report.files !== undefined
  const all = Object.values(report.defects).reduce((sum, count) => sum + count, 0)
  const reasons = Object.entries(report.defects).sort(([, one], [, other]) => other - one)
  return (
    <>
      <h3>{t("admin.defects.title")}</h3>
      <Table
        caption={t("admin.defects.title")}
        columns={[t("admin.defects.reason"), t("admin.defects.count")]}
        rows={reasons.map(([reason, count]) => ({
          key: reason,
          cells: [t(wordsOf("admin.defect", reason)), formatNumber(count, language)],
        }))}
      />
      {lines !== undefined && lines.items.length > 0 && (
        <Table
          caption={t("admin.defects.list")}
          columns={[
            t("admin.defects.line"),
            t("admin.defects.reason"),
            ...(several ? [t("admin.files.file")] : []),
          ]}
          rows={lines.items.map(({ line, reason, file }, at) => ({
            key: String(at),
            cells: [
              formatNumber(line, language),
              t(wordsOf("admin.defect", reason)),
              ...(several ? [t(`admin.kind.${file ?? "register"}`)] : []),
            ],
          }))}
        />
      )}
      {lines !== undefined &&
        lines.items.length > 0 &&
        lines.next === undefined &&
        lines.items.length < all && (
          <p className="meta">{t("admin.defects.first", { n: lines.items.length, all })}</p>
        )}
      {lines?.items.length === 0 && <p role="status">{t("admin.defects.none")}</p>}
      {failure !== undefined && (
        <Notice tone="attention" role="alert" title={t("admin.failed")}>
          {causeOf(failure, t)}
        </Notice>
      )}
      {(lines === undefined || lines.next !== undefined) && (
        <Button busy={busy} disabled={busy} onClick={() => void load()}>
          {t(lines === undefined ? "admin.defects.show" : "admin.more")}
        </Button>
      )}
    </>
  )
}
