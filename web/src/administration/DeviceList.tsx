import type { HeldDevice } from "../core"
import { useNow } from "../messenger/app/useNow"
import { daysSince, lastUseWords } from "../messenger/devices/lastUse"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"

/** A person's devices with what tells a lost one from the others; only active ones can be revoked. */
export function DeviceList(props: {
  devices: readonly HeldDevice[]
  onRevoke: (device: HeldDevice) => void
}) {
  const { t } = useI18n()
  return (
    <section aria-labelledby="admin-devices">
      <h3 id="admin-devices">{t("admin.person.devices")}</h3>
      {props.devices.length === 0 && <p>{t("admin.person.devices.none")}</p>}
      <ul>
        {props.devices.map((device) => (
          <li key={device.id} className="admin__device">
            <DeviceWords device={device} />
            {device.status === "active" ? (
              <Button
                look="danger"
                aria-label={t("admin.revoke.openNamed", { device: device.name })}
                onClick={() => props.onRevoke(device)}
              >
                {t("admin.revoke.open")}
              </Button>
            ) : (
              <span className="tag">{t("admin.person.device.revoked")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On which day it was seen, never at what hour. */
function DeviceWords({ device }: { device: HeldDevice }) {
  const { t, dates } = useI18n()
  const now = useNow()
  const day = (time: string) => dates.date(new Date(time))
  return (
    <div className="admin__deviceWords">
      <p className="admin__deviceName">{device.name}</p>
      <p className="meta">{t("admin.person.device.added", { date: day(device.enrolledAt) })}</p>
      {device.lastUsedOn !== undefined && (
        <p className="meta">{lastUseWords(daysSince(device.lastUsedOn, now), t)}</p>
      )}
      {device.revokedAt !== undefined && (
        <p className="meta">{t("admin.person.device.ended", { date: day(device.revokedAt) })}</p>
      )}
    </div>
  )
}
