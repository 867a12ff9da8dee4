import { ImageOff, RotateCw } from "lucide-react"
import type { AttachmentReference } from "../../core"
import { closeLayer, openLayer, useLayer } from "../app/routes"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { PhotoViewer } from "./PhotoViewer"
import { useBytesUrl, usePhoto } from "./usePhoto"
import "./photo.css"

type Props = { photo: AttachmentReference; alt: string; title: string }

/** A photo in a bubble. Its box is reserved from the start, blurred until the picture is there. */
export function PhotoBox({ photo, alt, title }: Props) {
  const { t } = useI18n()
  const { url, failed, retry } = usePhoto(photo)
  const preview = useBytesUrl(photo.preview, photo.mediaType)
  const layer = useLayer()
  const name = `photo-${photo.id}`
  const shape = { aspectRatio: `${photo.width} / ${photo.height}` }
  if (failed === true) {
    return (
      <div className="photo photo--failed" style={shape}>
        <ImageOff size={24} aria-hidden />
        <p>{t("photo.failed")}</p>
        <Button icon={RotateCw} onClick={retry}>
          {t("act.retry")}
        </Button>
      </div>
    )
  }
  return (
    <>
      <button
        type="button"
        className="photo"
        style={shape}
        aria-label={t("photo.open", { alt })}
        aria-busy={url === undefined}
        onClick={() => openLayer(name)}
      >
        {preview !== undefined && <img className="photo__preview" src={preview} alt="" />}
        {url !== undefined && (
          <img className="photo__full" src={url} alt="" width={photo.width} height={photo.height} />
        )}
      </button>
      {layer === name && url !== undefined && (
        <PhotoViewer url={url} alt={alt} title={title} onClose={() => closeLayer(name)} />
      )}
    </>
  )
}
