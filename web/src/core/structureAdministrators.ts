import type { PractitionerId } from "./ids"
import type { AdministeredStructure } from "./staff"

/** Who may invite for a structure. `active` is false for somebody who departed or is suspended. */
export type StructureAdministrator = {
  readonly practitionerId: PractitionerId
  readonly givenName: string
  readonly familyName: string
  readonly active: boolean
  readonly namedAt: string
}

/** `structure` is absent where nobody of the register practises: nobody can be named there. */
export type StructureAdministrators = {
  readonly items: readonly StructureAdministrator[]
  readonly structure?: AdministeredStructure
}

const ID = /^(?:F[0-9][0-9AB][0-9]{7}|[CR][0-9]{14})$/
const FINESS = /^[0-9][0-9AB][0-9]{7}$/
const SIRET = /^[0-9]{14}$/

/** The technical id of a structure from it, a FINESS or a SIRET number as people write them; else nothing. */
export function structureIdOf(text: string): string | undefined {
  const number = text.replace(/\s/g, "").toUpperCase()
  if (ID.test(number)) return number
  if (FINESS.test(number)) return `F${number}`
  return SIRET.test(number) ? `C${number}` : undefined
}
