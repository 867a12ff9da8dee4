const MONTHS = 6

/** Today as French clocks have it, as the service writes days. */
export function today(now = new Date()): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Paris",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ""
  return `${part("year")}-${part("month")}-${part("day")}`
}

export type DaysFault = "missing" | "order" | "past" | "long"

/** What is wrong with two days; the service looks again. */
export function faultOf(from: string, to: string, now = today()): DaysFault | undefined {
  if (from === "" || to === "") return "missing"
  if (from < now) return "past"
  if (to < from) return "order"
  return to < monthsLater(from, MONTHS) ? undefined : "long"
}

/** The same day so many months later, or the last of that month where it is shorter. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}
