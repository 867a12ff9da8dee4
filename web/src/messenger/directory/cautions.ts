import type { Card, Practitioner } from "../../core"

/** Older data than this is worth a second look: the register is imported every night. */
export const STALE_AFTER_DAYS = 7
const DAY = 86_400_000

/** Why to look twice before writing to somebody for the first time, the gravest first. */
export type Caution =
  | { readonly kind: "homonym-town"; readonly n: number }
  | { readonly kind: "homonym-department"; readonly n: number }
  | { readonly kind: "student" }
  | { readonly kind: "not-care"; readonly profession: string }
  | { readonly kind: "stale"; readonly date: string }

export function cautionsOf(card: Card, now: Date): readonly Caution[] {
  const { person, homonyms } = card
  const cautions: Caution[] = []
  if (homonyms !== undefined && homonyms.sameTown > 0) {
    cautions.push({ kind: "homonym-town", n: homonyms.sameTown })
  } else if (homonyms !== undefined && homonyms.sameDepartment > 0) {
    cautions.push({ kind: "homonym-department", n: homonyms.sameDepartment })
  }
  if (person.category === "student") cautions.push({ kind: "student" })
  if (!card.careProfession) cautions.push({ kind: "not-care", profession: person.profession })
  const age = now.getTime() - new Date(person.registerDate).getTime()
  if (age > STALE_AFTER_DAYS * DAY) cautions.push({ kind: "stale", date: person.registerDate })
  return cautions
}

/** Two people with a structure in common: they know one another. */
export function areColleagues(one: Practitioner | undefined, other: Practitioner): boolean {
  const own = new Set(one?.situations.map(({ structureId }) => structureId))
  return other.situations.some(({ structureId: at }) => at !== undefined && own.has(at))
}
