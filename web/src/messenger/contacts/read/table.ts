import Papa from "papaparse"
import { plain } from "../../i18n/names"
import { addressIn, isFamilyName, postalCodeOf, rppsOf, splitName, type RawEntry } from "./entry"

type Part = Exclude<keyof RawEntry, "emails"> | "email"

/** Titles of columns, without accents or case, as registers, mail programs and people write them. */
const TITLES: Readonly<Record<Part, RegExp>> = {
  email: /mssante|e ?mail|courriel|adresse bal|messagerie|^mail\b/,
  rpps: /rpps|identifiant pp|identification nationale/,
  fullName:
    /^(nom complet|nom et prenom|nom prenom|prenom nom|prenom et nom|name|full name|display name|nom affiche|contact|correspondant)$/,
  givenName: /^(prenoms?|prenom d exercice|first name|given name)$/,
  familyName: /^(noms?|nom de famille|nom d exercice|nom usuel|last name|family name|surname)$/,
  profession:
    /^(profession|metier|libelle profession|job title|titre|fonction|specialite|speciality|specialty|savoir faire|libelle savoir faire|title|organization title)$/,
  postalCode: /code postal|^cp$|postal code|zip|postcode/,
  town: /^(ville|commune|localite|town|city|libelle commune.*|business city|home city|bureau ville|address \d city)$/,
}

const PROFESSIONS =
  /\b(medecin|infirmier|infirmiere|ide|idel|kine|kinesitherapeute|masseur|pharmacien|pharmacienne|sage femme|dentiste|chirurgien|orthophoniste|podologue|psychologue|cardiologue|generaliste|ergotherapeute|orthoptiste|dieteticienne?|opticienne?|osteopathe|psychomotricienn?e?|secretaire|specialiste|doctor|nurse|pharmacist|dentist|midwife)\b/

/** The people of a table of whatever separator, with or without titles, or of a list of addresses. */
export function readTable(text: string): readonly RawEntry[] {
  const { data } = Papa.parse<readonly string[]>(prepared(text), {
    delimiter: delimiterOf(text),
    skipEmptyLines: "greedy",
  })
  const rows = data.map((cells) => cells.map(bare))
  const titles = rows[0]?.map(partOf) ?? []
  return titles.filter((part) => part !== undefined).length > 0 && !hasValues(rows[0] ?? [])
    ? rows.slice(1).map((cells) => titled(titles, cells))
    : rows.flatMap(untitled)
}

/** Without marks, and with names before addresses free of quotes, which mean something else in tables. */
function prepared(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/^sep=.\r?\n/i, "")
    .replace(/"([^"\r\n]*)"(?=[ \t]*<[^>\s]*@)/g, (_, name: string) =>
      name.replace(/^([^,;]+)[,;]\s*(.+)$/, "$2 $1").replace(/[,;]/g, " "),
    )
}

/**
 * A comma where it parts titles and nothing else does; else what is found at all, a comma last, since
 * addresses have them too.
 */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000)
  const [first = ""] = prepared(sample).split(/[\r\n]/, 1)
  const known = first
    .split(",")
    .filter((title) => partOf(bare(title.replace(/"/g, ""))) !== undefined)
  if (!/[;\t|]/.test(first) && known.length > 1 && !hasValues([first])) return ","
  return [";", "\t", "|"].find((sign) => sample.includes(sign)) ?? ","
}

/** Without what spreadsheets put around a number to keep its zeros: ="01000". */
function bare(cell: string): string {
  return /^="(.*)"$/.exec(cell.trim())?.[1] ?? cell.trim()
}

function partOf(title: string): Part | undefined {
  const words = plain(title)
  return (Object.keys(TITLES) as Part[]).find((part) => TITLES[part].test(words))
}

function hasValues(cells: readonly string[]): boolean {
  return cells.some((cell) => addressIn(cell) !== undefined || /^\d{5,}$/.test(cell))
}

function titled(titles: readonly (Part | undefined)[], cells: readonly string[]): RawEntry {
  const of = (part: Part) => cells.filter((cell, at) => titles[at] === part && cell !== "")
  return {
    emails: of("email").flatMap(split),
    rpps: of("rpps")[0],
    fullName: of("fullName")[0],
    givenName: of("givenName")[0],
    familyName: of("familyName")[0],
    profession: of("profession")[0],
    postalCode: of("postalCode")[0],
    town: of("town")[0],
  }
}

/** Several addresses of one cell. */
function split(cell: string): readonly string[] {
  return cell.split(/[\s,;]+(?=[^\s,;<]+@)|:::/)
}

/** Cells tell by their form what they are; a line of nothing but addresses is several people. */
function untitled(cells: readonly string[]): readonly RawEntry[] {
  const filled = cells.filter((cell) => cell !== "")
  const addresses = filled.filter((cell) => addressIn(cell) !== undefined)
  if (addresses.length === filled.length && filled.length > 0)
    return addresses.flatMap(split).map(ofAddress)
  const rest = filled.filter((cell) => addressIn(cell) === undefined)
  const rpps = rest.find((cell) => rppsOf(cell) !== undefined)
  const postalAt = rest.findIndex((cell) => postalCodeOf(cell) !== undefined)
  const profession = rest.find((cell) => PROFESSIONS.test(plain(cell)))
  const next = postalAt < 0 ? undefined : rest[postalAt + 1]
  const town = next !== undefined && isWord(next) ? next : undefined
  const words = rest.filter((cell) => isWord(cell) && cell !== profession && cell !== town)
  const [one, other] = words
  const whole =
    words.length === 1 || (one !== undefined && splitName(one) !== undefined && !isFamilyName(one))
  return [
    {
      emails: addresses,
      rpps,
      profession,
      postalCode: postalAt < 0 ? undefined : rest[postalAt],
      town: town ?? (whole ? other : words[2]),
      ...(whole ? { fullName: one } : { familyName: one, givenName: other }),
    },
  ]
}

function isWord(cell: string): boolean {
  return /\p{L}/u.test(cell) && !/\d/.test(cell)
}

/** "Claire MOREAU" <claire.moreau@…> */
function ofAddress(cell: string): RawEntry {
  const name = /^["']?([^"'<]*?)["']?\s*<[^>]*>$/.exec(cell.trim())?.[1]
  return { emails: [cell], fullName: name }
}
