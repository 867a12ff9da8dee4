import { useState } from "react"
import type { StructureAdministrator, StructureAdministrators } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"
import { structureName } from "../staff/structureName"

/** Who may act for a structure; withdrawing that is confirmed after what follows was said. */
export function AdministratorList(props: {
  found: StructureAdministrators & { readonly id: string }
  busy: boolean
  onDismiss: (structure: string, who: StructureAdministrator) => void
}) {
  const { t, dates } = useI18n()
  const [leaving, setLeaving] = useState<StructureAdministrator>()
  const { items, structure, id } = props.found
  return (
    <section aria-labelledby="admin-administrators">
      <h3 id="admin-administrators">{structureName(structure ?? { id }, t)}</h3>
      <div role="status">
        {structure === undefined && <p>{t("admin.administer.unknown")}</p>}
        {items.length === 0 && <p>{t("admin.administer.none")}</p>}
      </div>
      <ul>
        {items.map((who) => (
          <li key={who.practitionerId} className="admin__device">
            <div className="admin__deviceWords">
              <p className="admin__deviceName">{personName(who)}</p>
              <p className="meta">
                {t("admin.administer.since", { date: dates.date(new Date(who.namedAt)) })}
              </p>
            </div>
            {!who.active && <span className="tag">{t("admin.administer.inactive")}</span>}
            <Button
              aria-label={t("admin.dismiss.openNamed", { name: personName(who) })}
              onClick={() => setLeaving(who)}
            >
              {t("admin.dismiss.open")}
            </Button>
          </li>
        ))}
      </ul>
      {leaving !== undefined && (
        <div className="admin__person">
          <Notice
            tone="attention"
            role="alert"
            title={t("admin.dismiss.title", { name: personName(leaving) })}
          >
            {t("admin.dismiss.follows")}
          </Notice>
          <div className="admin__acts">
            <Button onClick={() => setLeaving(undefined)}>{t("act.cancel")}</Button>
            <Button look="danger" busy={props.busy} onClick={() => props.onDismiss(id, leaving)}>
              {t("admin.dismiss.act")}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
