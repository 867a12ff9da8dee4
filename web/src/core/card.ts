import type { Practitioner } from "./people"

/** How many other active people carry the same name: in all, and where this person practises. */
export type Homonyms = {
  readonly total: number
  readonly sameDepartment: number
  readonly sameTown: number
}

/**
 * A person's card, signed by the directory and kept on this device. `kept` = the network is away and
 * this is what was kept. `former` = what an older card said, until `acknowledgeCard`.
 */
export type Card = {
  readonly person: Practitioner
  readonly issuedAt: string
  /** Whether the profession is one of care. */
  readonly careProfession: boolean
  /** Whether a published MSSanté mailbox leads to them; former cards said nothing of it. */
  readonly mssante?: boolean
  /** Absent on a kept card: others come and go. */
  readonly homonyms?: Homonyms
  readonly kept: boolean
  readonly former?: Practitioner | undefined
}
