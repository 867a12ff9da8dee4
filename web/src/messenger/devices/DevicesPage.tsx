import { useState } from "react"
import { Search, TriangleAlert } from "lucide-react"
import type { Device } from "../../core"
import { closeLayer, openLayer, useLayer } from "../app/routes"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Dialog } from "../ui/Dialog"
import { EmptyState } from "../ui/EmptyState"
import { Notice } from "../ui/Notice"
import { SkeletonRows } from "../ui/Skeleton"
import { DeviceCard } from "./DeviceCard"
import { KeyWarnings } from "./KeyWarnings"
import { RemoveDialog } from "./RemoveDialog"
import { useDevices } from "./useDevices"
import "./devices.css"

const REMOVE_LAYER = "remove-device"
const LOST_LAYER = "lost-device"

/** Every device that can read in one's name. Losing one is a first-class act, not a hidden one. */
export function DevicesPage() {
  const { t } = useI18n()
  const session = useSession()
  const { items, failed, reload } = useDevices()
  const layer = useLayer()
  const [target, setTarget] = useState<Device>()
  const [outcome, setOutcome] = useState<{ tone: "good" | "urgent"; text: string }>()
  const active = items?.filter((device) => device.status === "active") ?? []
  const own = active.find((device) => device.current)
  const others = active.filter((device) => !device.current)

  const ask = (device: Device) => {
    setTarget(device)
    setOutcome(undefined)
    openLayer(REMOVE_LAYER)
  }
  const remove = async (device: Device) => {
    closeLayer(REMOVE_LAYER)
    try {
      await session.devices.revoke(device.id)
      setOutcome({ tone: "good", text: t("devices.remove.done", { name: device.name }) })
      await reload()
    } catch {
      setOutcome({ tone: "urgent", text: t("devices.remove.failed") })
    }
  }

  return (
    <div className="plain-page">
      <h1>{t("devices.title")}</h1>
      <p className="plain-page__lead">{t("devices.lead")}</p>
      {outcome !== undefined && (
        <Notice tone={outcome.tone} role={outcome.tone === "good" ? "status" : "alert"}>
          {outcome.text}
        </Notice>
      )}
      {items !== undefined && <KeyWarnings devices={items} />}
      {items === undefined && !failed && <SkeletonRows count={2} label={t("devices.loading")} />}
      {items === undefined && failed && (
        <EmptyState
          alert
          icon={TriangleAlert}
          title={t("devices.failed.title")}
          act={<Button onClick={() => void reload()}>{t("act.retry")}</Button>}
        >
          {t("devices.failed.text")}
        </EmptyState>
      )}
      {own !== undefined && (
        <section>
          <h2>{t("devices.this")}</h2>
          <ul className="devices">
            <DeviceCard device={own} onRemove={ask} />
          </ul>
        </section>
      )}
      {items !== undefined && (
        <section>
          <h2>{t("devices.others")}</h2>
          {others.length === 0 ? (
            <p className="plain-page__lead">{t("devices.othersNone")}</p>
          ) : (
            <ul className="devices">
              {others.map((device) => (
                <DeviceCard key={device.id} device={device} onRemove={ask} />
              ))}
            </ul>
          )}
        </section>
      )}
      {items !== undefined && (
        <Button look="danger" icon={Search} wide onClick={() => openLayer(LOST_LAYER)}>
          {t("devices.lost")}
        </Button>
      )}
      {layer === REMOVE_LAYER && target !== undefined && (
        <RemoveDialog
          device={target}
          last={active.length === 1}
          onConfirm={() => void remove(target)}
          onClose={() => closeLayer(REMOVE_LAYER)}
        />
      )}
      {layer === LOST_LAYER && (
        <Dialog title={t("devices.lost.title")} onClose={() => closeLayer(LOST_LAYER)}>
          <p>{t("devices.lost.text")}</p>
          {others.length === 0 && <p>{t("devices.lost.none")}</p>}
          <ul className="devices">
            {others.map((device) => (
              <DeviceCard key={device.id} device={device} onRemove={lost} />
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  )

  function lost(device: Device) {
    closeLayer(LOST_LAYER)
    // The layer below must be gone before the next one is put on the history.
    window.addEventListener("popstate", () => ask(device), { once: true })
  }
}
