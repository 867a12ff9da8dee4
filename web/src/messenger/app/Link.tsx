import type { ComponentProps, MouseEvent } from "react"
import { navigate, pathOf, type Route } from "./routes"

/** A real link (open in a new tab works) that stays inside the application on a plain click. */
export function Link({ to, onClick, ...rest }: { to: Route } & Omit<ComponentProps<"a">, "href">) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plainClick =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!plainClick || event.defaultPrevented) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a {...rest} href={pathOf(to)} onClick={follow}>
      {rest.children}
    </a>
  )
}
