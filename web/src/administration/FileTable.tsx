import type { FileCounts } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { formatNumber } from "../messenger/i18n/format"
import { Table } from "./Table"

/** What each file of an archive came to. */
export function FileTable({ files }: { files: readonly FileCounts[] }) {
  const { t, language } = useI18n()
  const count = (n: number | undefined) => (n === undefined ? "-" : formatNumber(n, language))
  return (
    <>
      <h3>{t("admin.files.title")}</h3>
      <Table
        caption={t("admin.files.title")}
        columns={[
          t("admin.files.file"),
          t("admin.report.rows"),
          t("admin.report.concerned"),
          t("admin.files.added"),
          t("admin.files.changed"),
          t("admin.files.removed"),
          t("admin.files.unlisted"),
          t("admin.report.quarantined"),
        ]}
        rows={files.map((file) => ({
          key: file.kind,
          cells: [
            t(`admin.kind.${file.kind}`),
            count(file.rows),
            count(file.people),
            count(file.added),
            count(file.changed),
            count(file.removed),
            count(file.unlistedRows),
            count(Object.values(file.defects).reduce((sum, one) => sum + one, 0)),
          ],
        }))}
      />
    </>
  )
}
