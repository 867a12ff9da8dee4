import type { PractitionerId } from "./ids"
import type { Observable } from "./observable"
import type { Practitioner } from "./people"

/** What the directory is told of one entry of a list, and nothing more: never a telephone number. */
export type ContactRow = {
  readonly mssante?: string
  readonly rpps?: string
  readonly familyName?: string
  readonly givenName?: string
  readonly profession?: string
  readonly postalCode?: string
  readonly town?: string
}

/** In what a person agrees with a row. */
export type MatchReason = "mssante" | "rpps" | "name" | "nearName" | "place" | "profession"

export type MatchCandidate = {
  readonly person: Practitioner
  readonly reasons: readonly MatchReason[]
}

/** `certain` has one candidate, `none` has none; `more` = there are more than are answered. */
export type Match = {
  readonly confidence: "certain" | "ambiguous" | "none"
  readonly candidates: readonly MatchCandidate[]
  readonly more: boolean
}

export type Matches = {
  readonly items: readonly Match[]
  readonly registerDate?: string
}

/** Somebody the person has chosen to keep at hand, as last seen in the directory. */
export type Contact = {
  readonly person: Practitioner
  readonly addedAt: string
}

/** One's own correspondents. Sealed on this device; no server knows of them. */
export interface Contacts {
  /** By family name. Empty unless in state `ready`. */
  readonly list: Observable<readonly Contact[]>
  /** Those who are there already stay as they are. */
  add(people: readonly Practitioner[]): Promise<void>
  remove(id: PractitionerId): Promise<void>
}
