/** Constant on purpose: a lock screen must not tell who writes to whom, nor about what. */
const TEXTS = {
  fr: { title: "Liaison", body: "Vous avez un nouveau message" },
  en: { title: "Liaison", body: "You have a new message" },
} as const

export function notificationText(language: string): {
  readonly title: string
  readonly body: string
} {
  return language.toLowerCase().startsWith("en") ? TEXTS.en : TEXTS.fr
}
