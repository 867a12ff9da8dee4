import type { TopUpRun } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Notice } from "../messenger/ui/Notice"

/** What became of a run whose departures were accepted; told on as it goes. */
export function AcceptedNotice({ run }: { run: TopUpRun | undefined }) {
  const { t } = useI18n()
  return (
    <Notice
      tone={run?.state === "superseded" ? "attention" : "good"}
      role="status"
      title={t("admin.topUp.accepted")}
    >
      {run?.state === "running"
        ? t("admin.topUp.accepted.running", { n: run.departures })
        : run?.state === "completed"
          ? t("admin.topUp.accepted.done", { n: run.departures })
          : run?.state === "superseded"
            ? t("admin.topUp.accepted.superseded")
            : t("admin.topUp.accepted.waiting")}
    </Notice>
  )
}
