import type { TopUpRun, TopUpStatus } from "../../core"

const NOTHING = {
  people: 3,
  arrivals: 0,
  changes: 0,
  departures: 0,
  returns: 0,
  successions: 0,
  heldBack: 0,
  unusable: 0,
}

/** A reading of 22 November that began at so many minutes past 14 h and found next to nothing. */
export function topUpRun(minute: number, change: Partial<TopUpRun> = {}): TopUpRun {
  const startedAt = `2026-11-22T13:${String(minute).padStart(2, "0")}:00Z`
  const finishedAt = startedAt.replace(":00Z", ":09Z")
  return {
    id: `0199f1a0-0000-7000-8000-3000000000${String(minute).padStart(2, "0")}`,
    state: "completed",
    since: "2026-11-22T12:40:00Z",
    startedAt,
    touchedAt: finishedAt,
    ...((change.state ?? "completed") === "completed" && { finishedAt }),
    pages: 2,
    ...NOTHING,
    ...change,
  }
}

export const topUp: TopUpStatus = {
  configured: true,
  point: "2026-11-22T13:50:00Z",
  registerDate: "2026-11-21",
  lastRefusal: { at: "2026-11-22T13:20:04Z", reason: "source-failed" },
  runs: [
    topUpRun(50, { people: 41, arrivals: 6, changes: 28, departures: 2, successions: 1 }),
    topUpRun(40),
    topUpRun(30, { people: 1_204, arrivals: 31, changes: 911, departures: 9, unusable: 14 }),
    topUpRun(10, { people: 12, arrivals: 2, changes: 7, returns: 1, heldBack: 2 }),
  ],
}

export const heldTopUp: TopUpStatus = {
  ...topUp,
  lastRefusal: { at: "2026-11-22T13:55:12Z", reason: "too-many-departures" },
  runs: [
    topUpRun(55, {
      state: "stopped",
      reason: "too-many-departures",
      people: 2_410,
      departures: 1_204,
      waitingDepartures: 61,
    }),
    ...topUp.runs,
  ],
}

export const failingTopUp: TopUpStatus = {
  ...topUp,
  notBefore: "2126-11-22T15:00:00Z",
  lastRefusal: { at: "2026-11-22T13:55:12Z", reason: "key-refused" },
  runs: [topUpRun(55, { state: "paused", reason: "key-refused", pages: 0 }), ...topUp.runs],
}

export const noTopUp: TopUpStatus = { configured: false, runs: [] }

/** As the service answers an acceptance: the run goes on by itself at the next interval. */
export function acceptedTopUp({ runs: [held, ...former], ...status }: TopUpStatus): TopUpStatus {
  if (held === undefined) return { ...status, runs: former }
  const { id, people, departures } = held
  return { ...status, runs: [topUpRun(55, { state: "paused", id, people, departures }), ...former] }
}
