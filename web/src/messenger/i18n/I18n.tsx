import { createContext, useContext, useMemo, type ReactNode } from "react"
import { datesOf, type Dates } from "./dates"
import { en } from "./en"
import { format, type Language, type Values } from "./format"
import { fr, type Catalogue, type MessageKey } from "./fr"

/** Says a sentence of the catalogue in the person's language. */
export type Translate = (key: MessageKey, values?: Values) => string

/** Everything that depends on the language. */
export type I18n = {
  readonly language: Language
  readonly t: Translate
  readonly dates: Dates
}

const catalogues: Record<Language, Catalogue> = { fr, en }
const NOTHING: Values = {}

/** Builds the words and dates of one language; for use outside React as well. */
export function i18nOf(language: Language, timeZone?: string): I18n {
  const catalogue = catalogues[language]
  return {
    language,
    t: (key, values) => format(catalogue[key], values ?? NOTHING, language),
    dates: datesOf(language, timeZone),
  }
}

const I18nContext = createContext<I18n>(i18nOf("fr"))

export function I18nProvider(props: {
  language: Language
  timeZone?: string
  children: ReactNode
}) {
  const value = useMemo(
    () => i18nOf(props.language, props.timeZone),
    [props.language, props.timeZone],
  )
  return <I18nContext value={value}>{props.children}</I18nContext>
}

export function useI18n(): I18n {
  return useContext(I18nContext)
}
