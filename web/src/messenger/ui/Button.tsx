import type { ComponentProps, ReactNode } from "react"
import type { LucideIcon } from "lucide-react"
import "./button.css"

type Look = "primary" | "secondary" | "quiet" | "danger"

/** A button with a word. At least 48 px high; one `primary` per screen. */
export function Button({
  look = "secondary",
  icon: Icon,
  wide = false,
  busy = false,
  children,
  ...rest
}: {
  look?: Look
  icon?: LucideIcon
  wide?: boolean
  busy?: boolean
  children: ReactNode
} & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      className={`button button--${look}${wide ? " button--wide" : ""}`}
    >
      {Icon !== undefined && <Icon size={20} aria-hidden />}
      <span>{children}</span>
    </button>
  )
}

/** A button that is only a picture: its word is read out and shown as a tooltip. */
export function IconButton({
  label,
  icon: Icon,
  look = "quiet",
  ...rest
}: { label: string; icon: LucideIcon; look?: Look } & Omit<ComponentProps<"button">, "children">) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={`button button--icon button--${look}`}
    >
      <Icon size={24} aria-hidden />
    </button>
  )
}
