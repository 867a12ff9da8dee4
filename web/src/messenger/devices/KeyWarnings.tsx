import { useEffect, useState } from "react"
import { ShieldAlert } from "lucide-react"
import type { Device, OwnKeys } from "../../core"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { Notice } from "../ui/Notice"

type Finding = OwnKeys | "unchecked" | "looking"

/** What the public log knows of our devices and the directory does not say, and the reverse. */
export function KeyWarnings({ devices }: { devices: readonly Device[] }) {
  const { t, dates } = useI18n()
  const session = useSession()
  const [found, setFound] = useState<Finding>("looking")
  useEffect(() => {
    let here = true
    session.devices
      .keys()
      .catch(() => "unchecked" as const)
      .then((finding) => here && setFound(finding))
      .catch(() => undefined)
    return () => {
      here = false
    }
  }, [session, devices])

  if (found === "looking") return null
  if (found === "unchecked") return <Notice tone="attention">{t("keys.unchecked")}</Notice>
  const unlogged = devices.filter(({ id }) => found.unlogged.includes(id))
  return (
    <>
      {found.hidden.map(({ id, at }) => (
        <Notice
          key={id}
          tone="urgent"
          role="alert"
          icon={ShieldAlert}
          title={t("keys.hidden.title")}
        >
          {t("keys.hidden.text", { date: dates.full(new Date(at)) })}
        </Notice>
      ))}
      {unlogged.map(({ id, name }) => (
        <Notice key={id} tone="urgent" role="alert" icon={ShieldAlert} title={t("unproven.title")}>
          {t("keys.unlogged", { name })}
        </Notice>
      ))}
    </>
  )
}
