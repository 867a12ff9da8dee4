import type { TopUpRun, TopUpStatus } from "../core"

/**
 * Where the top-up stands. `held`: departures wait for an administrator; `resuming`: they were accepted;
 * `paused` goes on by itself, `failing` too, but somebody should look.
 */
export type Standing =
  "off" | "new" | "held" | "running" | "resuming" | "paused" | "failing" | "current"

/** What is over by itself soon. */
const PASSING = new Set(["import-running", "interrupted", "throttled", "link-expired"])

export function standingOf(status: TopUpStatus): Standing {
  const [latest] = status.runs
  if (!status.configured) return "off"
  if (latest?.state === "stopped") return "held"
  if (latest?.state === "running") return "running"
  if (latest?.state === "paused") {
    if (latest.reason === undefined) return "resuming"
    return PASSING.has(latest.reason) ? "paused" : "failing"
  }
  if (status.lastRefusal !== undefined && !isOver(status)) return "failing"
  if (latest === undefined) return "new"
  return latest.state === "completed" ? "current" : "resuming"
}

/** Why it does not go on, by a stable code. */
export function obstacleOf(status: TopUpStatus): string | undefined {
  const [latest] = status.runs
  return latest?.state === "paused" ? latest.reason : status.lastRefusal?.reason
}

export function lastSuccess(status: TopUpStatus): string | undefined {
  return status.runs.find(({ state }) => state === "completed")?.finishedAt
}

/** Nothing may have begun: then the refusal is all that is known of the attempt. */
export function lastAttempt(status: TopUpStatus): string | undefined {
  const touched = status.runs[0]?.touchedAt
  const refused = status.lastRefusal?.at
  return [touched, refused]
    .filter((at) => at !== undefined)
    .sort((one, other) => Date.parse(other) - Date.parse(one))[0]
}

/** Whether a run came to its end after the last refusal, or the departures it was for were accepted. */
export function isOver(status: TopUpStatus): boolean {
  const success = lastSuccess(status)
  const { lastRefusal, runs } = status
  if (lastRefusal === undefined) return true
  if (success !== undefined && Date.parse(success) > Date.parse(lastRefusal.at)) return true
  return lastRefusal.reason === "too-many-departures" && runs[0]?.state !== "stopped"
}

export type Counts = Pick<
  TopUpRun,
  | "people"
  | "arrivals"
  | "changes"
  | "departures"
  | "returns"
  | "successions"
  | "heldBack"
  | "unusable"
>

/** In the order in which they are shown. */
export const COUNTS = [
  "people",
  "arrivals",
  "changes",
  "departures",
  "returns",
  "successions",
  "heldBack",
  "unusable",
] as const satisfies readonly (keyof Counts)[]

export function sumOf(runs: readonly TopUpRun[], count: keyof Counts): number {
  return runs.reduce((sum, run) => sum + run[count], 0)
}
