import { describe, expect, it } from "vitest"
import { fr } from "../messenger/i18n/fr"
import { failingTopUp, heldTopUp, noTopUp, topUp, topUpRun } from "../messenger/stories/topUp"
import { isOver, lastAttempt, lastSuccess, obstacleOf, standingOf } from "./topUpStanding"

/** As the service names them, `TopUpFailure.Reason` and what `TopUpLedger` and `RunTopUp` add. */
const REASONS = [
  "unreachable",
  "untrusted-certificate",
  "too-slow",
  "throttled",
  "key-refused",
  "redirected",
  "source-failed",
  "unexpected-answer",
  "link-expired",
  "too-large",
  "wrong-content-type",
  "unreadable",
  "foreign-link",
  "repeated-link",
  "too-many-pages",
  "interrupted",
  "trusted-root-unreadable",
  "failed",
  "import-running",
  "too-many-departures",
  "no-register",
  "gap-too-long",
  "older-register",
]
const paused = (reason?: string) => ({
  ...topUp,
  runs: [topUpRun(55, { state: "paused", ...(reason !== undefined && { reason }) })],
})

describe("where the top-up stands", () => {
  it("is told by configuration first, then by the newest run", () => {
    expect(standingOf(noTopUp)).toBe("off")
    expect(standingOf({ ...heldTopUp, configured: false })).toBe("off")
    expect(standingOf({ configured: true, runs: [] })).toBe("new")
    expect(standingOf(topUp)).toBe("current")
    expect(standingOf(heldTopUp)).toBe("held")
    expect(standingOf({ ...topUp, runs: [topUpRun(55, { state: "running" })] })).toBe("running")
  })

  it("is a pause where it goes on by itself soon, and a failure where somebody should look", () => {
    expect(standingOf(paused("import-running"))).toBe("paused")
    expect(standingOf(paused("throttled"))).toBe("paused")
    expect(standingOf(failingTopUp)).toBe("failing")
    expect(standingOf(paused("learnt-since"))).toBe("failing")
    expect(standingOf(paused())).toBe("resuming")
  })

  it("fails when an attempt began no run after the last success", () => {
    const refused = { at: "2026-11-22T14:00:00.25Z", reason: "gap-too-long" }
    const status = { ...topUp, lastRefusal: refused }

    expect(standingOf(status)).toBe("failing")
    expect(obstacleOf(status)).toBe("gap-too-long")
    expect(standingOf({ configured: true, lastRefusal: refused, runs: [] })).toBe("failing")
    expect(lastAttempt({ configured: true, lastRefusal: refused, runs: [] })).toBe(refused.at)
  })

  it("compares moments, not their spelling", () => {
    const lastRefusal = { at: "2026-11-22T13:50:09.5Z", reason: "unreachable" }

    expect(isOver({ ...topUp, lastRefusal })).toBe(false)
    expect(lastAttempt({ ...topUp, lastRefusal })).toBe(lastRefusal.at)
    expect(lastAttempt(topUp)).toBe("2026-11-22T13:50:09Z")
    expect(lastSuccess(heldTopUp)).toBe("2026-11-22T13:50:09Z")
  })

  it.each(REASONS)("has words for %s", (reason) => {
    expect(Object.hasOwn(fr, `admin.topUp.reason.${reason}`)).toBe(true)
  })
})
