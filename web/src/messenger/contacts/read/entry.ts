import type { ContactRow } from "../../../core"
import { plain } from "../../i18n/names"

/** What a list says of somebody, as found there. Telephone numbers have no place in it. */
export type RawEntry = {
  readonly emails?: readonly string[] | undefined
  readonly rpps?: string | undefined
  readonly familyName?: string | undefined
  readonly givenName?: string | undefined
  /** Both names in one text. */
  readonly fullName?: string | undefined
  readonly profession?: string | undefined
  readonly postalCode?: string | undefined
  readonly town?: string | undefined
}

/** An entry of the list: what is shown of it here, and what the directory is told. */
export type ListEntry = { readonly label: string; readonly row: ContactRow }

const LONGEST = 100
/** So many digits among words are no number of a street or district any more. */
const TELEPHONE = 6
const ADDRESS = /[a-z0-9.!#$%&'*+/=?^_`{}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/
/** An operator's domain. Others are private and never leave this device; patients' are nobody's here. */
const MSSANTE = /@(?!(?:[a-z0-9-]+\.)*patient\.)(?:[a-z0-9-]+\.)+mssante\.[a-z]+$/
const PATIENT = /@(?:[a-z0-9-]+\.)*patient\.(?:[a-z0-9-]+\.)*mssante\./i
const CIVILITIES = new Set([
  "dr",
  "docteur",
  "pr",
  "professeur",
  "m",
  "mr",
  "mme",
  "mlle",
  "monsieur",
  "madame",
])
const PARTICLES = new Set([
  "de",
  "du",
  "des",
  "la",
  "le",
  "les",
  "d",
  "el",
  "ben",
  "van",
  "von",
  "saint",
  "st",
])

/**
 * What can be looked up, or undefined: a private address without a name leads nowhere, and of
 * patients nothing leaves this device.
 */
export function entryOf(raw: RawEntry): ListEntry | undefined {
  if (raw.emails?.some((email) => PATIENT.test(email)) === true) return undefined
  const names = namesOf(raw)
  const mssante = raw.emails?.map(addressIn).find((one) => one !== undefined && MSSANTE.test(one))
  const rpps = rppsOf(raw.rpps)
  if (names === undefined && mssante === undefined && rpps === undefined) return undefined
  const profession = unnumbered(raw.profession)?.slice(0, LONGEST)
  const postalCode = postalCodeOf(raw.postalCode)
  const town = unnumbered(raw.town)?.slice(0, LONGEST)
  return {
    label: labelOf(names, town, mssante ?? rpps ?? ""),
    row: {
      ...(mssante !== undefined && { mssante }),
      ...(rpps !== undefined && { rpps }),
      ...names,
      ...(profession !== undefined && { profession }),
      ...(postalCode !== undefined && { postalCode }),
      ...(town !== undefined && { town }),
    },
  }
}

/** The address in "Claire MOREAU <claire.moreau@…>", in small letters. */
export function addressIn(text: string): string | undefined {
  return text.length > 400 ? undefined : ADDRESS.exec(text.toLowerCase())?.[0]
}

/** No controls, no signs that turn the direction of writing, single spaces; undefined when empty. */
export function clean(text: string | undefined): string | undefined {
  const words = (text ?? "").replace(/\p{C}/gu, " ").replace(/\s+/g, " ").trim()
  return words === "" ? undefined : words
}

/** Words without so many digits that a telephone number may be among them. */
function unnumbered(text: string | undefined): string | undefined {
  return text === undefined || mayTelephone(text) ? undefined : clean(text)
}

function mayTelephone(text: string): boolean {
  return (text.match(/\p{Nd}/gu)?.length ?? 0) >= TELEPHONE
}

type Names = { readonly familyName: string; readonly givenName: string }

function namesOf(raw: RawEntry): Names | undefined {
  const [familyName, givenName] = [clean(raw.familyName), clean(raw.givenName)]
  const names =
    familyName !== undefined && givenName !== undefined
      ? { familyName: withoutCivility(familyName), givenName: withoutCivility(givenName) }
      : splitName(clean(raw.fullName) ?? familyName ?? givenName)
  const fits = (name: string) => name !== "" && name.length <= LONGEST && /\p{L}/u.test(name)
  if (names === undefined || mayTelephone(names.familyName + names.givenName)) return undefined
  return fits(names.familyName) && fits(names.givenName) ? names : undefined
}

/** "MOREAU, Claire", "Dr Claire MOREAU", "Anne Le Goff"; undefined for a single word. */
export function splitName(text: string | undefined): Names | undefined {
  if (text === undefined) return undefined
  const [before = "", after = "", ...more] = text.split(",").map((part) => part.trim())
  if (after !== "" && more.length === 0)
    return { familyName: withoutCivility(before), givenName: withoutCivility(after) }
  const words = withoutCivility(text).split(" ")
  if (words.length < 2) return undefined
  const capitals = words.filter(isCapital)
  if (capitals.length > 0 && capitals.length < words.length) {
    const others = words.filter((word) => !isCapital(word))
    return { familyName: capitals.join(" "), givenName: others.join(" ") }
  }
  let at = words.length - 1
  while (at > 1 && PARTICLES.has(plain(words[at - 1] ?? ""))) at--
  return { familyName: words.slice(at).join(" "), givenName: words.slice(0, at).join(" ") }
}

/** "LE GOFF", "Dupont", "de La Tour": no given name is among the words. */
export function isFamilyName(text: string): boolean {
  const words = withoutCivility(text).split(" ")
  return words.every(isCapital) || words.slice(0, -1).every((word) => PARTICLES.has(plain(word)))
}

function isCapital(word: string): boolean {
  return word.length > 1 && word === word.toLocaleUpperCase("fr-FR") && /\p{Lu}/u.test(word)
}

function withoutCivility(text: string): string {
  const words = text.split(" ")
  while (words.length > 1 && CIVILITIES.has(plain(words[0] ?? ""))) words.shift()
  return words.join(" ")
}

/**
 * Eleven digits of which the last one checks the others, also with the type before them. They begin
 * with 10 or 11, or with 997 outside production, as no telephone number with its country does.
 */
export function rppsOf(text: string | undefined): string | undefined {
  const digits = (text ?? "").replace(/[\s.\u00a0]/g, "")
  const number = /^8?((?:1[01]\d|997)\d{8})$/.exec(digits)?.[1]
  return number !== undefined && hasCheckDigit(number) ? number : undefined
}

/** By Luhn. */
function hasCheckDigit(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .map((digit, at) => Number(digit) * (1 + (at % 2)))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return sum % 10 === 0
}

/** Spreadsheets drop the zero of 01000. */
export function postalCodeOf(text: string | undefined): string | undefined {
  const digits = (text ?? "").replace(/[\s\u00a0]/g, "")
  return /^\d{4,5}$/.test(digits) ? digits.padStart(5, "0") : undefined
}

function labelOf(names: Names | undefined, town: string | undefined, other: string): string {
  if (names === undefined) return other
  const name = `${names.givenName} ${names.familyName}`
  return town === undefined ? name : `${name}, ${town}`
}
