import type { Translate } from "../i18n/I18n"

const DAY_MS = 86_400_000
/** From here on a device may well be forgotten in a drawer. */
export const DORMANT_DAYS = 60

/** Whole days between a day of the service (UTC) and now; a day that is ahead of us is today. */
export function daysSince(day: string, now: number): number {
  return Math.max(0, Math.floor((Math.floor(now / DAY_MS) * DAY_MS - Date.parse(day)) / DAY_MS))
}

/** "Vu aujourd'hui", "Vu il y a 3 semaines": as people say it, and no finer than a day. */
export function lastUseWords(days: number, t: Translate): string {
  if (days === 0) return t("devices.used.today")
  if (days === 1) return t("devices.used.yesterday")
  if (days < 14) return t("devices.used.days", { n: days })
  if (days < 61) return t("devices.used.weeks", { n: Math.floor(days / 7) })
  return t("devices.used.months", { n: Math.floor(days / 30) })
}
