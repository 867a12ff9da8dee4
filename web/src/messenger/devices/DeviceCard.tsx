import { Laptop, Smartphone, Tablet } from "lucide-react"
import type { Device } from "../../core"
import { useNow } from "../app/useNow"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { daysSince, DORMANT_DAYS, lastUseWords } from "./lastUse"

/** One device by the name its owner gave it; no identifier to compare by eye. */
export function DeviceCard(props: { device: Device; onRemove: (device: Device) => void }) {
  const { device } = props
  const { t, dates } = useI18n()
  return (
    <li className="device">
      <span className="device__icon" aria-hidden>
        <DeviceIcon name={device.name} />
      </span>
      <div className="device__words">
        <p className="device__name">{device.name}</p>
        <p className="meta">
          {device.current && <strong className="device__now">{t("devices.activeNow")}. </strong>}
          {t("devices.added", { date: dates.full(new Date(device.enrolledAt)) })}
        </p>
        <p className="meta">
          {t("devices.until", { date: dates.date(new Date(device.expiresAt)) })}
        </p>
        <LastUse device={device} />
      </div>
      <Button
        aria-label={t("devices.removeNamed", { name: device.name })}
        onClick={() => props.onRemove(device)}
      >
        {t("devices.remove")}
      </Button>
    </li>
  )
}

/** On which day, never at what hour; and a hint at one that may be forgotten in a drawer. */
function LastUse({ device }: { device: Device }) {
  const { t } = useI18n()
  const now = useNow()
  if (device.lastUsedOn === undefined || device.current) return null
  const days = daysSince(device.lastUsedOn, now)
  return (
    <>
      <p className="meta">{lastUseWords(days, t)}</p>
      {days >= DORMANT_DAYS && <p className="device__dormant">{t("devices.dormant")}</p>}
    </>
  )
}

/** A picture that fits the words people use for their devices; a phone when nothing tells. */
function DeviceIcon({ name }: { name: string }) {
  if (/ordinateur|computer|pc|mac|poste|portable|laptop/i.test(name)) return <Laptop size={24} />
  return /tablet|ipad/i.test(name) ? <Tablet size={24} /> : <Smartphone size={24} />
}
