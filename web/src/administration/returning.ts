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
  toTopUp(most: string): void {
    sessionStorage.setItem(TOP_UP, most)
  },
  /** Once: how many departures they were about to accept, as they typed it. */
  takeTopUp(): string | undefined {
    const most = sessionStorage.getItem(TOP_UP)
    sessionStorage.removeItem(TOP_UP)
    return most ?? undefined
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
