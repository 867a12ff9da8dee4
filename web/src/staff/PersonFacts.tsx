import type { InvitedPerson } from "../core"
import { useI18n } from "../messenger/i18n/I18n"
import { personName } from "../messenger/i18n/names"
import { Button } from "../messenger/ui/Button"

export type HeldDevice = InvitedPerson["devices"][number]

/** Where an invited person stands, their devices, and the ways on from there. */
export function PersonFacts(props: {
  person: InvitedPerson
  onRevoke: (device: HeldDevice) => void
  onRemove: () => void
}) {
  const { t, dates } = useI18n()
  const { person } = props
  const former = person.state === "departed" || person.state === "lapsed"
  return (
    <>
      <dl className="staff__facts">
        <div>
          <dt>{t("staff.person.function")}</dt>
          <dd>{person.function}</dd>
        </div>
        <div>
          <dt>{t("staff.person.state")}</dt>
          <dd>{t(`staff.state.${person.state}`)}</dd>
        </div>
        <div>
          <dt>{t("staff.person.since")}</dt>
          <dd>{dates.date(new Date(person.invitedAt))}</dd>
        </div>
      </dl>
      {person.state === "lapsed" && <p>{t("staff.state.lapsed.text")}</p>}
      <section aria-labelledby="staff-devices">
        <h3 id="staff-devices">{t("staff.person.devices")}</h3>
        {person.devices.length === 0 && <p className="meta">{t("staff.person.devices.none")}</p>}
        <ul className="staff__list">
          {person.devices.map((device) => (
            <li key={device.id} className="staff__row">
              <div className="staff__words">
                <p className="staff__name">{device.name}</p>
                <p className="meta">
                  {t("staff.person.device", { date: dates.date(new Date(device.enrolledAt)) })}
                </p>
              </div>
              {device.status === "active" ? (
                <Button
                  aria-label={t("staff.person.revokeNamed", {
                    device: device.name,
                    name: personName(person),
                  })}
                  onClick={() => props.onRevoke(device)}
                >
                  {t("staff.person.revoke")}
                </Button>
              ) : (
                <span className="tag">{t("staff.person.device.revoked")}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      {!former && (
        <Button look="danger" onClick={props.onRemove}>
          {t("staff.remove")}
        </Button>
      )}
    </>
  )
}
