import type { ReactNode } from "react"
import type { LucideIcon } from "lucide-react"
import "./emptyState.css"

/** A pane with nothing in it: what it is for, and the first act. Also the shape of page errors. */
export function EmptyState(props: {
  icon: LucideIcon
  title: string
  children?: ReactNode
  act?: ReactNode
  alert?: boolean
}) {
  const Icon = props.icon
  return (
    <div className="empty" role={props.alert === true ? "alert" : undefined}>
      <span className="empty__icon" aria-hidden>
        <Icon size={28} />
      </span>
      <h2>{props.title}</h2>
      {props.children !== undefined && <p>{props.children}</p>}
      {props.act}
    </div>
  )
}
