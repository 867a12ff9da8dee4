import type { PractitionerId } from "./ids"
import type { Distance, Practitioner, Standing } from "./people"

/** One of the two people of a delegation. */
export type DelegationParty = {
  readonly practitionerId: PractitionerId
  readonly givenName: string
  readonly familyName: string
  readonly civility?: string
  readonly profession: string
  readonly standing?: Standing
}

/** Somebody stands in for somebody, or is asked to. Days are those of French clocks, both included. */
export type Delegation = {
  readonly id: string
  readonly replaced: DelegationParty
  readonly locum: DelegationParty
  readonly startsOn: string
  readonly endsOn: string
  readonly state: "proposed" | "upcoming" | "current" | "ended"
  /** Only of one that ended. */
  readonly endReason?: "declined" | "withdrawn" | "ended" | "over" | "unanswered" | "unavailable"
  readonly proposedAt: string
  /** Whose administrator proposed it; absent where the person did. */
  readonly structureId?: string
}

/** Somebody who practises at a structure that I administer, to be replaced instead of me. */
export type Colleague = {
  readonly replacedId: PractitionerId
  readonly structureId: string
}

/** Whom to ask to stand in for me or for a colleague, and for which days. */
export type Proposal = Partial<Colleague> & {
  readonly locumId: PractitionerId
  readonly startsOn: string
  readonly endsOn: string
}

/** Locums of the register for somebody's exercise around their place. */
export type LocumCandidates = {
  readonly items: readonly Practitioner[]
  readonly distances: readonly Distance[]
}

/** Being replaced and standing in. It gives access to nothing: writers choose whom they write to. */
export interface Delegations {
  /** Those I have a part in or proposed for a structure, open ones first. */
  list(): Promise<readonly Delegation[]>
  /** Mine, or those for a colleague. */
  candidates(signal?: AbortSignal, colleague?: Colleague): Promise<LocumCandidates>
  /** Rejects with `conflict` when something of the same days is in the way; `reason` says what. */
  propose(proposal: Proposal): Promise<Delegation>
  accept(id: string): Promise<Delegation>
  /** Declines, withdraws or ends it, according to who I am in it. */
  end(id: string): Promise<void>
}
