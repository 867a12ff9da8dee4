import { Subject, type AccountId } from "../../core"
import type { Language } from "../i18n/format"

export type Theme = "system" | "light" | "dark"
export const TEXT_SIZES = [90, 100, 115, 130, 150, 200] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** How a person likes the screen on this device. Holds nothing about people or messages. */
export type Preferences = {
  readonly language: Language
  readonly theme: Theme
  readonly textSize: TextSize
  /** The mark of the place of practice that an account has chosen; its order in the register changes. */
  readonly exercise: Readonly<Record<AccountId, string>>
}

const KEY = "liaison.preferences"

/** The current preferences; `public/boot.js` reads the same record before the first paint. */
export const preferences = new Subject<Preferences>(read())

export function setPreferences(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Storage refused (private window): the choice holds until the page closes.
  }
  preferences.set(next)
  applyPreferences(next)
}

/** Puts theme, text size and language on the root element, where the styles read them. */
export function applyPreferences(value: Preferences): void {
  const root = document.documentElement
  root.lang = value.language
  root.dataset.textSize = String(value.textSize)
  if (value.theme === "system") delete root.dataset.theme
  else root.dataset.theme = value.theme
}

/** The browser's language when we speak it, French otherwise. */
export function defaultLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    if (language.startsWith("fr")) return "fr"
    if (language.startsWith("en")) return "en"
  }
  return "fr"
}

function read(): Preferences {
  const browser = typeof navigator === "undefined" ? [] : navigator.languages
  const defaults: Preferences = {
    language: defaultLanguage(browser),
    theme: "system",
    textSize: 100,
    exercise: {},
  }
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}")
    return sanitise(stored, defaults)
  } catch {
    return defaults
  }
}

function sanitise(stored: unknown, defaults: Preferences): Preferences {
  if (typeof stored !== "object" || stored === null) return defaults
  const value = stored as Partial<Preferences>
  return {
    language:
      value.language === "fr" || value.language === "en" ? value.language : defaults.language,
    theme: value.theme === "light" || value.theme === "dark" ? value.theme : "system",
    textSize: TEXT_SIZES.find((size) => size === value.textSize) ?? 100,
    exercise: typeof value.exercise === "object" ? value.exercise : {},
  }
}
