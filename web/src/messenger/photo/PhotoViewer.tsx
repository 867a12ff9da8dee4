import { useState, type KeyboardEvent } from "react"
import { Maximize, ZoomIn, ZoomOut } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { IconButton } from "../ui/Button"
import { Dialog } from "../ui/Dialog"

const ZOOMS = [1, 1.5, 2, 3, 4] as const

/** A photo over the whole page: author and date, zoom by buttons or + - 0, Escape closes. */
export function PhotoViewer(props: {
  url: string
  alt: string
  title: string
  onClose: () => void
}) {
  const { t } = useI18n()
  const [step, setStep] = useState(0)
  const zoom = ZOOMS[step] ?? 1
  const change = (by: number) =>
    setStep((before) => Math.min(ZOOMS.length - 1, Math.max(0, before + by)))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "+" || event.key === "=") change(1)
    if (event.key === "-") change(-1)
    if (event.key === "0") setStep(0)
  }
  return (
    <Dialog title={props.title} look="full" onClose={props.onClose}>
      {/* Keys of the picture; every one has a button below. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="viewer" onKeyDown={onKeyDown}>
        {/* A region that scrolls must be reachable by keyboard. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="viewer__frame" role="region" aria-label={t("photo.viewer")} tabIndex={0}>
          <img
            src={props.url}
            alt={props.alt}
            style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
          />
        </div>
        <div className="viewer__tools">
          <IconButton
            look="secondary"
            label={t("photo.zoomOut")}
            icon={ZoomOut}
            onClick={() => change(-1)}
          />
          <IconButton
            look="secondary"
            label={t("photo.fit")}
            icon={Maximize}
            onClick={() => setStep(0)}
          />
          <IconButton
            look="secondary"
            label={t("photo.zoomIn")}
            icon={ZoomIn}
            onClick={() => change(1)}
          />
        </div>
      </div>
    </Dialog>
  )
}
