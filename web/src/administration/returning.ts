const ACCEPTING = "liaison.administration.accepting"
const PERSON = "liaison.administration.person"
const TOP_UP = "liaison.administration.topUp"
const FRESH_MS = 15 * 60_000

/** What an administrator was at when they left the page for a fresh login; kept by this tab only. */
export const returning = {
  toAccept(): void {
    sessionStorage.setItem(ACCEPTING, String(Date.now()))
  },
  mayAccept(): boolean {
    return Date.now() - Number(sessionStorage.getItem(ACCEPTING) ?? 0) < FRESH_MS
  },
  accepted(): void {
    sessionStorage.removeItem(ACCEPTING)
  },
  toTopUp(): void {
    sessionStorage.setItem(TOP_UP, "acceptance")
  },
  /** Once. */
  takeTopUp(): boolean {
    const left = sessionStorage.getItem(TOP_UP) !== null
    sessionStorage.removeItem(TOP_UP)
    return left
  },
  toPerson(id: string): void {
    sessionStorage.setItem(PERSON, id)
  },
  /** Once. */
  takePerson(): string | undefined {
    const id = sessionStorage.getItem(PERSON)
    sessionStorage.removeItem(PERSON)
    return id ?? undefined
  },
}
