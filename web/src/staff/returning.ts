import type { Invitee } from "../core"

const LEFT = "liaison.staff.left"

/** What an administrator was at, and in which structure's name. */
type Left = { readonly structure: string; readonly invitee?: Invitee; readonly person?: string }

/** What an administrator left the page with for a fresh login; kept by this tab only, taken once. */
export const returning = {
  leave(left: Left): void {
    sessionStorage.setItem(LEFT, JSON.stringify(left))
  },
  structure: (): string | undefined => read()?.structure,
  /** Nothing where another structure is shown: no draft changes who vouches for it. */
  take(structure: string): Left | undefined {
    const left = read()
    sessionStorage.removeItem(LEFT)
    return left?.structure === structure ? left : undefined
  },
}

function read(): Left | undefined {
  const value = sessionStorage.getItem(LEFT)
  return value === null ? undefined : (JSON.parse(value) as Left)
}
