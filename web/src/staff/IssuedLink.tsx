import { useState } from "react"
import { Copy } from "lucide-react"
import type { IssuedInvitation } from "../core"
import { announce } from "../messenger/announce/announcer"
import { useI18n } from "../messenger/i18n/I18n"
import { QrImage } from "../messenger/invite/QrImage"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"

/** The link of an invitation, shown once: to be copied, or read by the other's phone. */
export function IssuedLink(props: { issued: IssuedInvitation; name: string; onDone: () => void }) {
  const { t, dates } = useI18n()
  const [copied, setCopied] = useState<boolean>()
  const { invitation, link } = props.issued
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
      announce(t("staff.issued.copied"))
    } catch {
      setCopied(false)
    }
  }
  return (
    <div className="admin__person">
      <Notice tone="attention">{t("staff.issued.once")}</Notice>
      <p className="staff__link">{link}</p>
      {copied === false && (
        <Notice tone="attention" role="alert">
          {t("staff.issued.copyFailed")}
        </Notice>
      )}
      <Button look="primary" icon={Copy} onClick={() => void copy()}>
        {t(copied === true ? "staff.issued.copied" : "staff.issued.copy")}
      </Button>
      <p>{t("staff.issued.scan")}</p>
      <div className="staff__code">
        <QrImage address={link} label={t("staff.issued.code", { name: props.name })} />
      </div>
      <p className="meta">
        {t("staff.issued.until", { date: dates.full(new Date(invitation.expiresAt)) })}
      </p>
      <Button onClick={props.onDone}>{t("staff.issued.done")}</Button>
    </div>
  )
}
