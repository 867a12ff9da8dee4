/** A language the product speaks. */
export type Language = "fr" | "en"

/** What a sentence may be filled with. */
export type Values = Readonly<Record<string, string | number>>

const pluralRules: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules("fr-FR"),
  en: new Intl.PluralRules("en-GB"),
}
const numbers: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat("fr-FR"),
  en: new Intl.NumberFormat("en-GB"),
}

/**
 * Fills a sentence written in the small ICU subset of our catalogues:
 * `{name}` and `{n, plural, =0 {…} one {# …} other {# …}}`, where `#` is the number.
 * A value that is missing shows its placeholder, so that a test sees it.
 */
export function format(sentence: string, values: Values, language: Language): string {
  let result = ""
  let at = 0
  while (at < sentence.length) {
    const open = sentence.indexOf("{", at)
    if (open < 0) {
      return result + sentence.slice(at)
    }
    const close = closingBrace(sentence, open)
    result += sentence.slice(at, open) + argument(sentence.slice(open + 1, close), values, language)
    at = close + 1
  }
  return result
}

/** A whole number as the language writes it: 12 345 in French, with a no-break space every font has. */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value).replaceAll("\u202f", "\u00a0")
}

function argument(body: string, values: Values, language: Language): string {
  const [name = "", kind] = body.split(",", 2).map((part) => part.trim())
  const value = values[name]
  if (value === undefined) {
    return `{${name}}`
  }
  if (kind !== "plural") {
    return typeof value === "number" ? formatNumber(value, language) : value
  }
  const count = Number(value)
  const branches = pluralBranches(body.slice(body.indexOf("plural") + "plural".length + 1))
  const chosen =
    branches.get(`=${count}`) ??
    branches.get(pluralRules[language].select(count)) ??
    branches.get("other") ??
    ""
  return format(chosen.replaceAll("#", formatNumber(count, language)), values, language)
}

function pluralBranches(text: string): Map<string, string> {
  const branches = new Map<string, string>()
  let at = 0
  while (at < text.length) {
    const open = text.indexOf("{", at)
    if (open < 0) {
      break
    }
    const close = closingBrace(text, open)
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, close))
    at = close + 1
  }
  return branches
}

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1
    if (text[at] === "}") depth -= 1
    if (depth === 0) {
      return at
    }
  }
  return text.length
}
