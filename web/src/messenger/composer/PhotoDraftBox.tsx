import { useEffect, useMemo } from "react"
import { LoaderCircle, MapPinOff, X } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { IconButton } from "../ui/Button"
import type { AttachedPhoto } from "./useComposer"

/** The photo that will be sent, and the word that its place was taken out. */
export function PhotoDraftBox(props: { photo: AttachedPhoto; onRemove: () => void }) {
  const { t } = useI18n()
  const { file, ready } = props.photo
  const url = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <div className="photo-draft">
      <img src={url} alt="" className="photo-draft__image" />
      <p className="photo-draft__words meta" role="status">
        {ready === undefined ? (
          <LoaderCircle size={20} aria-hidden />
        ) : (
          <MapPinOff size={20} aria-hidden />
        )}
        {t(ready === undefined ? "composer.photo.preparing" : "composer.photo.ready")}
      </p>
      <IconButton label={t("composer.photo.remove")} icon={X} onClick={props.onRemove} />
    </div>
  )
}
