import { useState } from "react"
import { Bell, BellOff } from "lucide-react"
import { useObservable, useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"

/** May this device ring? The text of a notification is constant, and the page says so. */
export function NotificationSection() {
  const { t } = useI18n()
  const { push } = useSession()
  const state = useObservable(push.state)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const change = (act: () => Promise<unknown>) => {
    setBusy(true)
    setFailed(false)
    void act()
      .catch(() => setFailed(true))
      .finally(() => setBusy(false))
  }
  return (
    <section>
      <h2>{t("settings.notifications")}</h2>
      <p className="plain-page__lead">{t("settings.notifications.text")}</p>
      {failed && (
        <Notice tone="urgent" role="alert">
          {t("settings.notifications.failed")}
        </Notice>
      )}
      {state === "unsupported" && (
        <Notice tone="plain">{t("settings.notifications.unsupported")}</Notice>
      )}
      {state === "denied" && <Notice tone="attention">{t("settings.notifications.denied")}</Notice>}
      {state === "on" && (
        <Notice
          tone="good"
          act={
            <Button icon={BellOff} busy={busy} onClick={() => change(() => push.disable())}>
              {t("settings.notifications.stop")}
            </Button>
          }
        >
          {t("settings.notifications.on")}
        </Notice>
      )}
      {state === "off" && (
        <Button icon={Bell} busy={busy} onClick={() => change(() => push.enable())}>
          {t("settings.notifications.act")}
        </Button>
      )}
    </section>
  )
}
