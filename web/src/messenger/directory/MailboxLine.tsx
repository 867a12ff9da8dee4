import { useState } from "react"
import { Copy, Mail } from "lucide-react"
import { announce } from "../announce/announcer"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import "./mailboxes.css"

/** Written into a mailto link only in this form; anything else of the list is shown, never linked. */
const ADDRESS = /^[\w.+'-]{1,64}@[A-Za-z0-9.-]{1,190}$/

/** One MSSanté address, what is said beside it, and what can be done with it. */
export function MailboxLine({ address, note }: { address: string; note?: string }) {
  const { t } = useI18n()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
    announce(t("mailbox.copied"))
  }
  return (
    <div className="mailboxes__one">
      <p>
        {address}
        {note !== undefined && <span className="meta">{note}</span>}
      </p>
      <span className="mailboxes__acts">
        <Button
          icon={Copy}
          aria-label={t("mailbox.copyOf", { address })}
          onClick={() => void copy().catch(() => setCopied(false))}
        >
          {t(copied ? "mailbox.copied" : "mailbox.copy")}
        </Button>
        {ADDRESS.test(address) && (
          <a className="button button--secondary" href={`mailto:${address}`}>
            <Mail size={20} aria-hidden />
            <span>{t("mailbox.write")}</span>
          </a>
        )}
      </span>
    </div>
  )
}
