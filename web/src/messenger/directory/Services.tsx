import { useEffect, useState } from "react"
import type { ServicePage, StructureService } from "../../core"
import { useSession } from "../app/SessionContext"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { MailboxLine } from "./MailboxLine"
import { joined } from "./joined"
import "./mailboxes.css"

type Known = { readonly page: ServicePage; readonly error?: unknown }

/** The MSSanté addresses of a structure's services; nothing where none is known. */
export function Services({ structure }: { structure: string }) {
  const { t } = useI18n()
  const { known, more } = useServices(structure)
  if (known === undefined || known.page.items.length === 0) return null
  const { page, error } = known
  return (
    <section className="mailboxes" aria-labelledby="services">
      <h2 id="services">{t("structure.services")}</h2>
      {page.items.map((service) => (
        <OneService key={service.name ?? ""} service={service} />
      ))}
      {error !== undefined && (
        <Notice tone="plain" title={t("structure.services.failed")}>
          {explain(error, t)}
        </Notice>
      )}
      {page.next !== undefined && (
        <Button look="quiet" wide onClick={() => void more()}>
          {t("structure.services.more")}
        </Button>
      )}
    </section>
  )
}

function OneService({ service }: { service: StructureService }) {
  const { t } = useI18n()
  const name = service.name ?? t("structure.services.own")
  return (
    <div>
      <h3>{name}</h3>
      <ul aria-label={name}>
        {service.mailboxes.map(({ address, kind }) => (
          <li key={address}>
            <MailboxLine
              address={address}
              note={kind === "application" ? t("structure.services.application") : undefined}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The structure stands without them where they cannot be read. */
function useServices(structure: string) {
  const { directory } = useSession()
  const [known, setKnown] = useState<Known>()
  useEffect(() => {
    const abort = new AbortController()
    directory.services(structure, undefined, abort.signal).then(
      (page) => {
        if (!abort.signal.aborted) setKnown({ page })
      },
      () => undefined,
    )
    return () => abort.abort()
  }, [directory, structure])
  const more = async () => {
    const page = known?.page
    if (page?.next === undefined) return
    try {
      const next = await directory.services(structure, page.next)
      setKnown({ page: { ...next, items: joined(page.items, next.items) } })
    } catch (error) {
      setKnown({ page, error })
    }
  }
  return { known, more }
}
