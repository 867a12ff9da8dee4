import {
  Subject,
  type Commune,
  type PractitionerQuery,
  type Session,
  type Structure,
} from "../../core"
import { SKILLS } from "./skills"

/** What narrows a search besides its words. Empty or false = not narrowed. */
export type Filters = {
  readonly text: string
  /** An exact code of the nomenclature. */
  readonly profession: string
  /** The directory's word for it, where it is not one of the usual ones. */
  readonly professionLabel: string
  /** The exact code of a savoir-faire of that profession, or of any. */
  readonly skill: string
  /** A town, or a postal code; the commune's name where one was chosen. */
  readonly place: string
  /** The INSEE code of the commune that was chosen from the list. */
  readonly commune: string
  /** Kilometres around the place; 0 = the place itself. */
  readonly radius: number
  readonly department: string
  /** The id of a structure, whose page one came from. */
  readonly structure: string
  readonly structureName: string
  readonly reachable: boolean
  readonly mssante: boolean
}

export type FilterName = Exclude<
  keyof Filters,
  "text" | "radius" | "professionLabel" | "commune" | "structureName"
>

export const NO_FILTER: Filters = {
  text: "",
  profession: "",
  professionLabel: "",
  skill: "",
  place: "",
  commune: "",
  radius: 0,
  department: "",
  structure: "",
  structureName: "",
  reachable: false,
  mssante: false,
}

export const RADII = [5, 10, 20, 50, 100] as const

const NAMES: readonly FilterName[] = [
  "profession",
  "skill",
  "place",
  "department",
  "structure",
  "reachable",
  "mssante",
]
const LEAST_LETTERS = 2
const COMMUNE_CODE = /^(\d{5}|2[AB]\d{3})$/i
const DEPARTMENT = /^(\d{2}|2[AB]|97\d|98\d)$/i

export function isCommuneCode(place: string): boolean {
  return COMMUNE_CODE.test(place.trim())
}

/** The number of a department; anything else is not asked for. */
export function isDepartment(department: string): boolean {
  return DEPARTMENT.test(department.trim())
}

/** The filters that narrow the search now. */
export function activeFilters(filters: Filters): readonly FilterName[] {
  return NAMES.filter((name) => {
    const value = filters[name]
    if (name === "department") return isDepartment(filters.department)
    // A commune of the Somme is called Y.
    if (name === "place" && filters.commune !== "") return true
    return typeof value === "boolean" ? value : value.trim().length >= LEAST_LETTERS
  })
}

export function withoutFilter(filters: Filters, name: FilterName): Filters {
  const less = { ...filters, [name]: NO_FILTER[name] }
  switch (name) {
    case "place":
      return { ...less, commune: "", radius: 0 }
    case "profession":
      return { ...less, professionLabel: "" }
    case "structure":
      return { ...less, structureName: "" }
    default:
      return less
  }
}

/** Typed by hand it is a text, chosen from the list a commune. */
export function withPlace(filters: Filters, place: string, chosen?: Commune): Filters {
  return chosen === undefined
    ? { ...filters, place, commune: "" }
    : { ...filters, place: `${chosen.name} (${chosen.department})`, commune: chosen.code }
}

/** Another profession has other savoir-faire: one that it has not is let go. */
export function withProfession(filters: Filters, profession: string, label = ""): Filters {
  const skill = skillsOf(profession).some(([code]) => code === filters.skill) ? filters.skill : ""
  return { ...filters, profession, professionLabel: label, skill }
}

/** What can be chosen: those of the profession, or all where none is chosen. */
export function skillsOf(profession: string): readonly (readonly [code: string, label: string])[] {
  return profession === "" ? Object.values(SKILLS).flat() : (SKILLS[profession] ?? [])
}

export function withoutFilters(filters: Filters): Filters {
  return { ...NO_FILTER, text: filters.text }
}

/**
 * What to ask the directory; undefined while there is too little. With a radius around a town, `town`
 * holds its name until somebody has found its code.
 */
export function queryOf(filters: Filters): PractitionerQuery | undefined {
  const text = filters.text.trim()
  const active = new Set(activeFilters(filters))
  const narrowed = (["profession", "skill", "place", "department", "structure"] as const).some(
    (name) => active.has(name),
  )
  if (text.length < LEAST_LETTERS && !narrowed) return undefined
  return {
    ...(text !== "" && { q: text }),
    ...(active.has("profession") && { professionCode: filters.profession }),
    ...(active.has("skill") && { savoirFaire: filters.skill }),
    ...(active.has("place") && placeOf(filters)),
    ...(active.has("department") && { department: filters.department.trim().toUpperCase() }),
    ...(active.has("structure") && { structure: filters.structure }),
    ...(filters.reachable && { reachable: true }),
    ...(filters.mssante && { mssante: true }),
  }
}

function placeOf({ commune, place: typed, radius }: Filters): Partial<PractitionerQuery> {
  const place = typed.trim()
  if (commune !== "") return radius === 0 ? { commune } : { commune, radius }
  if (radius === 0) return { town: place }
  return isCommuneCode(place) ? { near: place.toUpperCase(), radius } : { town: place, radius }
}

/**
 * Everybody of a structure, to be narrowed further. Undefined where it has no number of its own: the id
 * of one person's practice holds the person's number, which stands in no address.
 */
export function withinStructure(structure: Structure): Filters | undefined {
  const { id, name = id, finess, siret } = structure
  return finess === undefined && siret === undefined
    ? undefined
    : { ...NO_FILTER, structure: id, structureName: name }
}

const kept = new WeakMap<Session, Subject<Filters>>()

/** While the page is open only: a search can hold a name, so it is neither stored nor in an address. */
export function keptFilters(session: Session): Subject<Filters> {
  const known = kept.get(session) ?? new Subject(NO_FILTER)
  kept.set(session, known)
  return known
}
