import { useState } from "react"
import type { LucideIcon } from "lucide-react"
import { closeLayer, openLayer, useLayer } from "../app/routes"
import { useObservable, useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Dialog } from "../ui/Dialog"
import { Notice } from "../ui/Notice"

const LAYER = "leave"

/** Two ways out: sign out and keep this device, or finish and clear it. The loss is said before. */
export function LeaveSection({ icon }: { icon: LucideIcon }) {
  const { t } = useI18n()
  const session = useSession()
  const { items } = useObservable(session.conversations.list)
  const layer = useLayer()
  const [busy, setBusy] = useState(false)
  const pending = items.filter(isWaiting).length
  const leave = (forget: boolean) => {
    setBusy(true)
    void session.logout(forget ? { forget: true } : undefined).finally(() => setBusy(false))
  }
  return (
    <section>
      <h2>{t("settings.leave.heading")}</h2>
      <Button icon={icon} busy={busy} onClick={() => leave(false)}>
        {t("settings.signOut")}
      </Button>
      <p className="plain-page__lead">{t("settings.leave.text")}</p>
      <Button look="danger" onClick={() => openLayer(LAYER)}>
        {t("settings.leave")}
      </Button>
      {layer === LAYER && (
        <Dialog
          title={t("settings.leave.title")}
          onClose={() => closeLayer(LAYER)}
          actions={
            <>
              <Button look="danger" busy={busy} onClick={() => leave(true)}>
                {t("settings.leave")}
              </Button>
              <Button onClick={() => closeLayer(LAYER)}>{t("act.cancel")}</Button>
            </>
          }
        >
          <p>{t("settings.leave.text")}</p>
          {pending > 0 && (
            <Notice tone="attention">{t("settings.leave.pending", { n: pending })}</Notice>
          )}
        </Dialog>
      )}
    </section>
  )
}

type Summary = ReturnType<
  ReturnType<typeof useSession>["conversations"]["list"]["get"]
>["items"][number]

function isWaiting(item: Summary): boolean {
  const last = item.last
  const queued = last?.kind === "message" && last.state?.kind === "queued"
  return item.failed > 0 || queued
}
