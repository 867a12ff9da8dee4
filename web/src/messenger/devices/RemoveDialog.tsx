import type { Device } from "../../core"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Dialog } from "../ui/Dialog"

/** Says the effect before the act: what stops, what is kept, what is lost. */
export function RemoveDialog(props: {
  device: Device
  last: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const { device, last } = props
  return (
    <Dialog
      title={t("devices.remove.title", { name: device.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button look="danger" onClick={props.onConfirm}>
            {t("devices.remove")}
          </Button>
          <Button onClick={props.onClose}>{t("act.cancel")}</Button>
        </>
      }
    >
      <p>{t("devices.remove.text")}</p>
      {device.current && <p>{t("devices.remove.self")}</p>}
      <p>
        <strong>{t(last ? "devices.remove.last" : "devices.remove.kept")}</strong>
      </p>
    </Dialog>
  )
}
