import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { useProgress } from "./useProgress"

/**
 * A running import: phase in words, a bar where its end is known, rows, rate and what remains. It can be
 * stopped by who sends it while it is read; behind that the directory has all it needs.
 */
export function ProgressView(props: { id: string; onDone: () => void; onCancel?: () => void }) {
  const { t } = useI18n()
  const { id, onDone, onCancel } = props
  const status = useProgress(id, onDone)
  const progress = status?.progress
  const phase = t(
    status === undefined ? "admin.progress.sending" : `admin.progress.${status.phase}`,
  )
  const share =
    status?.phase === "reading" && progress?.totalBytes !== undefined && progress.totalBytes > 0
      ? Math.min(100, Math.floor((100 * progress.bytes) / progress.totalBytes))
      : undefined
  const left = progress?.readingSecondsLeft
  return (
    <section className="admin__panel" aria-label={t("admin.progress.title")}>
      <h2>{t("admin.progress.title")}</h2>
      <p role="status">{phase}</p>
      <progress aria-label={phase} max={100} value={share} />
      {progress !== undefined && (
        <ul className="admin__facts tnum">
          {share !== undefined && <li>{t("admin.progress.percent", { n: share })}</li>}
          <li>{t("admin.progress.rows", { n: progress.rows })}</li>
          <li>{t("admin.progress.rate", { n: progress.rowsPerSecond })}</li>
          {left !== undefined && status?.phase === "reading" && (
            <li>
              {left < 90
                ? t("admin.progress.seconds", { n: left })
                : t("admin.progress.minutes", { n: Math.ceil(left / 60) })}
            </li>
          )}
        </ul>
      )}
      {onCancel !== undefined && (status === undefined || status.phase === "reading") && (
        <Button onClick={onCancel}>{t("admin.import.cancel")}</Button>
      )}
    </section>
  )
}
