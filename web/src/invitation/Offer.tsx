import type { ReactNode } from "react"
import { UserCheck } from "lucide-react"
import type { InvitationPreview } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { Notice } from "../messenger/ui/Notice"

/** Who invites whom, as what and until when; then what follows, and the one act. */
export function Offer(props: {
  preview: InvitationPreview
  doing: "accepting" | "leaving" | undefined
  onAccept: () => void
  children: ReactNode
}) {
  const { t, dates } = useI18n()
  const { preview, doing } = props
  const name = `${preview.givenName ?? ""} ${preview.familyName ?? ""}`.trim()
  const place = [preview.structureName, preview.town?.toLocaleUpperCase("fr-FR")]
    .filter((part) => part !== undefined)
    .join(", ")
  return (
    <>
      <p className="join__hello">{t("join.hello", { name })}</p>
      <p>{t("join.lead")}</p>
      <dl className="join__facts">
        <div>
          <dt>{t("join.structure")}</dt>
          <dd>{place === "" ? t("join.structure.unnamed") : place}</dd>
        </div>
        <div>
          <dt>{t("join.function")}</dt>
          <dd>{preview.function}</dd>
        </div>
        <div>
          <dt>{t("join.invitedBy")}</dt>
          <dd>{preview.invitedBy}</dd>
        </div>
        {preview.usableUntil !== undefined && (
          <div>
            <dt>{t("join.until")}</dt>
            <dd>{dates.full(new Date(preview.usableUntil))}</dd>
          </div>
        )}
      </dl>
      <section aria-labelledby="join-next">
        <h2 id="join-next">{t("join.next.title")}</h2>
        <ol className="join__steps">
          <li>{t("join.next.1")}</li>
          <li>{t("join.next.2")}</li>
          <li>{t("join.next.3")}</li>
        </ol>
      </section>
      {props.children}
      <div className="login__acts">
        <Button
          look="primary"
          wide
          icon={UserCheck}
          busy={doing !== undefined}
          disabled={doing !== undefined}
          onClick={props.onAccept}
        >
          {t(doing === undefined ? "join.accept" : `join.${doing}`)}
        </Button>
        <Notice tone="plain">{t("join.notYou")}</Notice>
      </div>
    </>
  )
}
