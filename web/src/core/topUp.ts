export type TopUpRunState = "running" | "paused" | "stopped" | "completed" | "superseded"

/** One reading of the changes that the national interface tells, in counts. */
export type TopUpRun = {
  readonly id: string
  readonly state: TopUpRunState
  /** Why it does not go on just now; a stable code. */
  readonly reason?: string
  readonly since: string
  readonly startedAt: string
  readonly touchedAt: string
  readonly finishedAt?: string
  readonly pages: number
  readonly people: number
  readonly arrivals: number
  readonly changes: number
  readonly departures: number
  readonly returns: number
  readonly successions: number
  readonly heldBack: number
  readonly unusable: number
  /** Of a stopped run: whom the page not applied would remove; later pages may hold more. */
  readonly waitingDepartures?: number
}

/** How fresh the register is between two files; the newest run is the first. */
export type TopUpStatus = {
  readonly configured: boolean
  readonly point?: string
  readonly registerDate?: string
  readonly notBefore?: string
  readonly lastRefusal?: { readonly at: string; readonly reason: string }
  readonly runs: readonly TopUpRun[]
}
