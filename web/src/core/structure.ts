import type { Practitioner, ProfessionCount } from "./people"

/** A structure where people of the register practise. */
export type Structure = {
  /** The `structureId` of situations. */
  readonly id: string
  readonly name?: string
  readonly finess?: string
  readonly siret?: string
  readonly postalCode?: string
  readonly town?: string
  readonly sector?: string
  readonly people: number
  /** The most frequent first; absent from lists. */
  readonly professions?: readonly StructureProfession[]
}

export type StructureProfession = ProfessionCount

export type StructurePage = {
  readonly items: readonly Structure[]
  readonly next?: string
  readonly registerDate?: string
}

export type MemberPage = {
  readonly items: readonly Practitioner[]
  readonly next?: string
}

/** A service as its MSSanté mailboxes tell it; without a name, the structure itself. */
export type StructureService = {
  readonly name?: string
  readonly mailboxes: readonly ServiceMailbox[]
}

/** An address that is no one person's. */
export type ServiceMailbox = {
  readonly address: string
  readonly kind: "organisation" | "application" | "practice"
  readonly paperless?: boolean
}

/** A page may end within a service, which the next one goes on with. */
export type ServicePage = {
  readonly items: readonly StructureService[]
  readonly next?: string
}

export type StructureQuery = {
  readonly q: string
  readonly limit?: number
  readonly cursor?: string
}
