import { describe, expect, it } from "vitest"
import { i18nOf } from "../i18n/I18n"
import { daysSince, lastUseWords } from "../devices/lastUse"
import { faultOf, today } from "./days"

describe("the days of a replacement", () => {
  it("are those of French clocks", () => {
    expect(today(new Date("2026-11-21T22:59:00Z"))).toBe("2026-11-21")
    expect(today(new Date("2026-11-21T23:01:00Z"))).toBe("2026-11-22")
  })

  it.each([
    ["", "2026-12-01", "missing"],
    ["2026-12-01", "", "missing"],
    ["2026-11-20", "2026-12-01", "past"],
    ["2026-12-02", "2026-12-01", "order"],
    ["2026-12-01", "2027-06-01", "long"],
    ["2026-08-31", "2026-09-30", "past"],
  ])("from %s to %s are refused: %s", (from, to, fault) => {
    expect(faultOf(from, to, "2026-11-21")).toBe(fault)
  })

  it.each([
    ["2026-11-21", "2026-11-21"],
    ["2026-12-01", "2027-05-31"],
    ["2027-08-31", "2028-02-28"],
  ])("from %s to %s are taken", (from, to) => {
    expect(faultOf(from, to, "2026-11-21")).toBeUndefined()
  })
})

describe("the last use of a device", () => {
  const { t } = i18nOf("fr")
  const now = Date.parse("2026-11-21T15:00:00Z")

  it.each([
    ["2026-11-22", "Vu aujourd’hui"],
    ["2026-11-21", "Vu aujourd’hui"],
    ["2026-11-20", "Vu hier"],
    ["2026-11-09", "Vu il y a 12 jours"],
    ["2026-10-31", "Vu il y a 3 semaines"],
    ["2026-08-01", "Vu il y a 3 mois"],
  ])("on %s is said as %s", (day, words) => {
    expect(lastUseWords(daysSince(day, now), t).replaceAll("\u00a0", " ")).toBe(words)
  })
})
