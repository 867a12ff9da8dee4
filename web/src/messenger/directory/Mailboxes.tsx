import { useEffect, useState } from "react"
import { Copy, Mail } from "lucide-react"
import type { Mailbox, PractitionerId } from "../../core"
import { announce } from "../announce/announcer"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"

/** Written into a mailto link only in this form; anything else of the list is shown, never linked. */
const ADDRESS = /^[\w.+'-]{1,64}@[A-Za-z0-9.-]{1,190}$/

/**
 * The MSSanté addresses of a person, and how to reach somebody who is not on Liaison. The signed card
 * holds no addresses: they come from the directory's own answer, and are missing without the network.
 */
export function Mailboxes({ id, absent }: { id: PractitionerId; absent: boolean }) {
  const { t } = useI18n()
  const mailboxes = useMailboxes(id)
  return (
    <>
      {absent && mailboxes !== undefined && (
        <Notice tone="plain" title={t("mailbox.absent.title")}>
          {t(mailboxes.length > 0 ? "mailbox.absent.write" : "mailbox.absent.other")}
        </Notice>
      )}
      {mailboxes !== undefined && mailboxes.length > 0 && (
        <section className="mailboxes" aria-labelledby="mailboxes">
          <h2 id="mailboxes">{t("mailbox.title", { n: mailboxes.length })}</h2>
          <ul>
            {mailboxes.map((mailbox) => (
              <li key={`${mailbox.address} ${mailbox.structureName ?? ""}`}>
                <OneMailbox mailbox={mailbox} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function OneMailbox({ mailbox }: { mailbox: Mailbox }) {
  const { t } = useI18n()
  const { address, structureName } = mailbox
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
        {structureName !== undefined && <span className="meta">{structureName}</span>}
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

function useMailboxes(id: PractitionerId): readonly Mailbox[] | undefined {
  const { directory } = useSession()
  const [known, setKnown] = useState<readonly Mailbox[]>()
  useEffect(() => {
    const abort = new AbortController()
    directory.practitioner(id, abort.signal).then(
      ({ mailboxes = [] }) => {
        if (!abort.signal.aborted) setKnown(mailboxes)
      },
      // The card stands without them.
      () => undefined,
    )
    return () => abort.abort()
  }, [directory, id])
  return known
}
