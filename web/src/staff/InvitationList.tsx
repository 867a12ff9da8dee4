import { useEffect, useRef } from "react"
import type { Invitation } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"

/** Links that are still good, each with its way back; those that are over are folded away. */
export function InvitationList(props: {
  invitations: readonly Invitation[]
  busy: string | undefined
  onWithdraw: (invitation: Invitation) => void
}) {
  const { t, dates } = useI18n()
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = useRef(false)
  const busy = props.busy !== undefined
  useEffect(() => {
    // The button that was pressed is gone with its row.
    if (asked.current && !busy) heading.current?.focus()
    asked.current = busy
  }, [busy])
  const open = props.invitations.filter(({ status }) => status === "open")
  const past = props.invitations.filter(({ status }) => status !== "open")
  return (
    <section aria-labelledby="staff-invitations">
      <h2 id="staff-invitations" ref={heading} tabIndex={-1}>
        {t("staff.invitations.title")}
      </h2>
      {open.length === 0 && <p className="meta">{t("staff.invitations.none")}</p>}
      <ul className="staff__list">
        {open.map((one) => (
          <li key={one.id} className="staff__row">
            <div className="staff__words">
              <p className="staff__name">{personName(one)}</p>
              <p className="meta">
                {t("staff.invitations.until", {
                  function: one.function,
                  date: dates.full(new Date(one.expiresAt)),
                })}
              </p>
            </div>
            <Button
              aria-label={t("staff.invitations.withdrawNamed", { name: personName(one) })}
              busy={props.busy === one.id}
              disabled={busy}
              onClick={() => props.onWithdraw(one)}
            >
              {t("staff.invitations.withdraw")}
            </Button>
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <details className="technical">
          <summary>{t("staff.invitations.past")}</summary>
          <ul className="staff__list">
            {past.map((one) => (
              <li key={one.id} className="staff__row">
                <div className="staff__words">
                  <p>{personName(one)}</p>
                  <p className="meta">{one.function}</p>
                </div>
                <span className="tag">{t(`staff.status.${one.status}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
