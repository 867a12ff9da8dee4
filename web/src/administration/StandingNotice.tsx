import type { TopUpStatus } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"
import { obstacleOf, standingOf } from "./topUpStanding"
import { wordsOf } from "./words"

/** The verdict: where the top-up stands and what is to be done about it, departures that wait above all. */
export function StandingNotice(props: { status: TopUpStatus; onAccept: () => void }) {
  const { t, dates } = useI18n()
  const { status } = props
  const [latest] = status.runs
  const standing = standingOf(status)
  const obstacle = t(wordsOf("admin.topUp.reason", obstacleOf(status) ?? "other"))
  switch (standing) {
    case "held":
      return (
        <Notice
          tone="urgent"
          role="alert"
          title={t("admin.topUp.held", { n: latest?.waitingDepartures ?? 0 })}
          act={
            <Button look="danger" aria-haspopup="dialog" onClick={props.onAccept}>
              {t("admin.topUp.held.act")}
            </Button>
          }
        >
          {t("admin.topUp.held.text")}
        </Notice>
      )
    case "failing":
    case "paused":
      return (
        <Notice
          tone={standing === "failing" ? "attention" : "plain"}
          role="status"
          title={t(`admin.topUp.${standing}`)}
        >
          {obstacle}
        </Notice>
      )
    case "current":
      return (
        <Notice tone="good" role="status" title={t("admin.topUp.current")}>
          {status.point !== undefined &&
            t("admin.topUp.current.text", { date: dates.full(new Date(status.point)) })}
        </Notice>
      )
    case "running":
    case "resuming":
    case "new":
    case "off":
      return (
        <Notice tone="plain" role="status" title={t(`admin.topUp.${standing}`)}>
          {t(`admin.topUp.${standing}.text`, { n: latest?.pages ?? 0 })}
        </Notice>
      )
  }
}
