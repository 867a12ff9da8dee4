export const INVITATION_PATH = "/invitation"

/**
 * The token behind the `#` of the address, which is cleaned at once: neither the history nor a screenshot
 * keeps it, and no later request can carry it. Empty where there is none.
 */
export function takeToken(): string {
  const token = window.location.hash.slice(1)
  history.replaceState(null, "", INVITATION_PATH)
  return token
}

/** Puts the token back where a reload finds it, for a page that could not be shown. */
export function putTokenBack(token: string): void {
  history.replaceState(null, "", token === "" ? INVITATION_PATH : `${INVITATION_PATH}#${token}`)
}
