import { useEffect, useState } from "react"
import type { Mailbox, PractitionerId } from "../../core"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { Notice } from "../ui/Notice"
import { MailboxLine } from "./MailboxLine"
import "./mailboxes.css"

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
                <MailboxLine address={mailbox.address} note={mailbox.structureName} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
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
