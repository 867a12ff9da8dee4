import type { Practitioner, Situation, Standing } from "../../core"

/** Civilities of the register that are said before the name; all others are left out. */
const SPOKEN_CIVILITIES: Readonly<Record<string, string>> = { DR: "Dr", PR: "Pr" }

/** Cards state a category, lines of other lists a standing. */
type Trained = Pick<Practitioner, "category"> & { readonly standing?: Standing | undefined }

type Named = Pick<Practitioner, "civility" | "givenName" | "familyName"> & Trained

function isStudent(person: Trained): boolean {
  return person.category === "student" || person.standing === "student"
}

/** Prénom NOM, with "Dr" or "Pr" only when the register says so, and of no student. */
export function personName(person: Named): string {
  const civility = SPOKEN_CIVILITIES[(person.civility ?? "").replace(".", "").toUpperCase()]
  const name = `${person.givenName} ${person.familyName.toLocaleUpperCase("fr-FR")}`
  return civility === undefined || isStudent(person) ? name : `${civility}\u00a0${name}`
}

/** First letters of given and family name, for the avatar. */
export function initials(person: Named): string {
  return (first(person.givenName) + first(person.familyName)).toLocaleUpperCase("fr-FR")
}

type Practising = Pick<Practitioner, "profession"> & Trained

/** The profession in the words of the national lists, of a student those for who is in training. */
export function professionTitle(person: Practising): string {
  return isStudent(person) ? `${person.profession} en formation` : person.profession
}

/** Profession with the speciality when there is one: "Médecin, Cardiologie". */
export function professionName(person: Practising & Pick<Practitioner, "savoirFaire">): string {
  return person.savoirFaire === undefined || person.savoirFaire === ""
    ? professionTitle(person)
    : `${professionTitle(person)}, ${person.savoirFaire}`
}

/** A profession inside a sentence, after a name: "infirmière". */
export function inSentence(words: string): string {
  return words.charAt(0).toLocaleLowerCase("fr-FR") + words.slice(1)
}

/** The town in capitals, after its postal code: places tell homonyms apart. */
export function townName(situation: Situation | undefined): string | undefined {
  const town = situation?.town?.toLocaleUpperCase("fr-FR")
  const parts = [situation?.postalCode, town].filter((part) => part !== undefined && part !== "")
  return parts.length === 0 ? undefined : parts.join(" ")
}

/** The structure and its town: "Cabinet du Pont, 31200 TOULOUSE". */
export function placeName(situation: Situation | undefined): string | undefined {
  const parts = [situation?.structureName, townName(situation)]
  const known = parts.filter((part) => part !== undefined && part !== "")
  return known.length === 0 ? undefined : known.join(", ")
}

/** As what somebody practises at one of their places: in training, where they only study that. */
export function practisedAs(place: Situation, person: Practising): string {
  const { profession = person.profession } = place
  const shown = profession === person.profession ? person.category : undefined
  const category = place.category ?? shown
  return professionTitle({ profession, ...(category !== undefined && { category }) })
}

/** The same behind the place, where the card's profession does not tell that it is a student's. */
export function placeAs(place: Situation | undefined, person: Practising): string | undefined {
  const words = placeName(place)
  if (place?.category !== "student" || isStudent(person)) return words
  const profession = practisedAs(place, person)
  return words === undefined ? profession : `${words}, ${inSentence(profession)}`
}

/** The eleven digits people know, without the one-digit type before them. */
export function rppsOf(person: Practitioner): string {
  return person.nationalId.length === 12 ? person.nationalId.slice(1) : person.nationalId
}

/** Two people whom a reader could take for one another. */
export function areHomonyms(one: Practitioner, other: Practitioner): boolean {
  return one.id !== other.id && nameKey(one) === nameKey(other)
}

/** A name without accents, case or punctuation, so that LÉA Petit and Lea PETIT are homonyms. */
export function nameKey(person: Named): string {
  return plain(`${person.givenName} ${person.familyName}`)
}

/** Text as people type it into a search field: no accents, no case, single spaces. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

function first(name: string): string {
  return Array.from(name.trim())[0] ?? ""
}
