import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from "react"
import { X } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { IconButton } from "./Button"
import "./dialog.css"

/**
 * A modal layer on the native dialog element: focus is kept inside, Escape closes it,
 * and closing gives focus back to what opened it. A sheet from below on phones.
 */
export function Dialog(props: {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  look?: "sheet" | "full"
  /** Where the content changes in steps: focus goes to the title of each. */
  step?: string
}) {
  const { t } = useI18n()
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const { onClose } = props

  useLayoutEffect(() => {
    const dialog = element.current
    const opener = document.activeElement
    if (dialog === null) return
    if (!dialog.open) dialog.showModal()
    return () => {
      dialog.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])

  useLayoutEffect(() => title.current?.focus(), [props.step])

  useEffect(() => {
    const dialog = element.current
    if (dialog === null) return
    const cancel = (event: Event) => {
      event.preventDefault()
      onClose()
    }
    const outside = (event: MouseEvent) => {
      if (event.target === dialog) onClose()
    }
    dialog.addEventListener("cancel", cancel)
    dialog.addEventListener("click", outside)
    return () => {
      dialog.removeEventListener("cancel", cancel)
      dialog.removeEventListener("click", outside)
    }
  }, [onClose])

  return (
    <dialog
      ref={element}
      className={`dialog dialog--${props.look ?? "sheet"}`}
      aria-labelledby={titleId}
    >
      <div className="dialog__body">
        <header className="dialog__head">
          <h2 id={titleId} ref={title} tabIndex={-1}>
            {props.title}
          </h2>
          <IconButton label={t("act.close")} icon={X} onClick={onClose} />
        </header>
        <div className="dialog__content">{props.children}</div>
        {props.actions !== undefined && <div className="dialog__actions">{props.actions}</div>}
      </div>
    </dialog>
  )
}
