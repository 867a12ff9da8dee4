import type { ReactNode } from "react"
import type { LucideIcon } from "lucide-react"
import { CircleAlert, CircleCheck, Info } from "lucide-react"
import "./notice.css"

type Tone = "attention" | "urgent" | "good" | "plain"

const ICONS: Record<Tone, LucideIcon> = {
  attention: CircleAlert,
  urgent: CircleAlert,
  good: CircleCheck,
  plain: Info,
}

/** A coloured line with a shape and words: cause, what is safe, and at most one act. */
export function Notice(props: {
  tone: Tone
  title?: string
  children?: ReactNode
  act?: ReactNode
  icon?: LucideIcon
  role?: "alert" | "status"
}) {
  const Icon = props.icon ?? ICONS[props.tone]
  return (
    <div className={`notice notice--${props.tone}`} role={props.role}>
      <Icon size={20} aria-hidden />
      <div className="notice__words">
        {props.title !== undefined && <p className="notice__title">{props.title}</p>}
        {props.children !== undefined && <p>{props.children}</p>}
        {props.act}
      </div>
    </div>
  )
}
