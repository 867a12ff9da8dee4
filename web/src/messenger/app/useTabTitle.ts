import { useEffect } from "react"
import { useI18n } from "../i18n/I18n"
import { useObservable, useSession } from "./SessionContext"

/** The tab's title: how many conversations wait, never a name; failed sends count too. */
export function useTabTitle(): void {
  const { t } = useI18n()
  const { items } = useObservable(useSession().conversations.list)
  const waiting = items.filter((item) => item.unread > 0 || item.failed > 0).length
  useEffect(() => {
    document.title = waiting === 0 ? t("app.name") : `(${waiting}) ${t("app.name")}`
    const badge = navigator as Partial<Pick<Navigator, "setAppBadge" | "clearAppBadge">>
    if (waiting === 0) void badge.clearAppBadge?.().catch(() => undefined)
    else void badge.setAppBadge?.(waiting).catch(() => undefined)
  }, [waiting, t])
}
