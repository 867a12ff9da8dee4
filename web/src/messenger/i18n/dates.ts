import type { Language } from "./format"

const NO_BREAK = "\u00a0"
const DAY_MS = 86_400_000

const locales: Record<Language, string> = { fr: "fr-FR", en: "en-GB" }

/** Dates as people of care write them; 24 h always, in the given zone or the browser's. */
export interface Dates {
  /** In a list: 14:05, hier, lun., 12 janv., 12/01/2025. */
  readonly short: (when: Date, now: Date) => string
  /** 14:05 */
  readonly time: (when: Date) => string
  /** In a sentence: 14 h 05. */
  readonly timeInSentence: (when: Date) => string
  /** A day separator: Aujourd'hui, Hier, lundi 12 janvier, lundi 12 janvier 2025. */
  readonly day: (when: Date, now: Date) => string
  /** 12 janvier 2026 */
  readonly date: (when: Date) => string
  /** lundi 12 janvier 2026 à 14 h 05 */
  readonly full: (when: Date) => string
  /** In the console: 21/11/2026 14:05:10. */
  readonly console: (when: Date) => string
  /** A key that is equal for two moments of the same day. */
  readonly dayKey: (when: Date) => string
}

/** A day without a time, as a moment that is that day wherever France is, from Tahiti to Wallis. */
export function onDay(day: string): Date {
  return new Date(`${day}T11:00:00Z`)
}

/** Builds the formats of one language and zone; keep the result, Intl objects are slow to make. */
export function datesOf(language: Language, timeZone?: string): Dates {
  const locale = locales[language]
  const make = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone })
  const clock = make({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
  const seconds = make({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" })
  const weekday = make({ weekday: "short" })
  const dayMonth = make({ day: "numeric", month: "short" })
  const numeric = make({ day: "2-digit", month: "2-digit", year: "numeric" })
  const longDate = make({ day: "numeric", month: "long", year: "numeric" })
  const longDay = make({ weekday: "long", day: "numeric", month: "long" })
  const longDayYear = make({ weekday: "long", day: "numeric", month: "long", year: "numeric" })
  const year = make({ year: "numeric" })
  const words =
    language === "fr"
      ? { today: "Aujourd’hui", yesterday: "Hier", at: " à " }
      : { today: "Today", yesterday: "Yesterday", at: " at " }

  const dayKey = (when: Date): string => numeric.format(when)
  const daysAgo = (when: Date, now: Date): number => {
    for (let ago = 0; ago < 7; ago += 1) {
      if (dayKey(new Date(now.getTime() - ago * DAY_MS)) === dayKey(when)) {
        return ago
      }
    }
    return when > now ? 0 : 7
  }
  const timeInSentence = (when: Date): string =>
    language === "fr"
      ? clock.format(when).replace(":", `${NO_BREAK}h${NO_BREAK}`)
      : clock.format(when)

  return {
    dayKey,
    time: (when) => clock.format(when),
    timeInSentence,
    short(when, now) {
      const ago = daysAgo(when, now)
      if (ago === 0) return clock.format(when)
      if (ago === 1) return words.yesterday.toLocaleLowerCase(locale)
      if (ago < 7) return weekday.format(when)
      return year.format(when) === year.format(now) ? dayMonth.format(when) : numeric.format(when)
    },
    day(when, now) {
      const ago = daysAgo(when, now)
      if (ago === 0) return words.today
      if (ago === 1) return words.yesterday
      return year.format(when) === year.format(now)
        ? longDay.format(when)
        : longDayYear.format(when)
    },
    date: (when) => longDate.format(when),
    full: (when) => longDayYear.format(when) + words.at + timeInSentence(when),
    console: (when) => `${numeric.format(when)} ${seconds.format(when)}`,
  }
}
