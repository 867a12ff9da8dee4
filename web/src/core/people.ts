import type { AccountId, DeviceId, PractitionerId } from "./ids"

/** One place of work of a practitioner, as the register states it. */
export type Situation = {
  readonly structureId?: string
  readonly structureName?: string
  readonly postalCode?: string
  readonly town?: string
  readonly sector?: string
  /** As practised there. */
  readonly profession?: string
}

/** A professional as the directory knows them. `reachable` = has at least one active device. */
export type Practitioner = {
  readonly id: PractitionerId
  readonly nationalId: string
  readonly givenName: string
  readonly familyName: string
  readonly civility?: string
  readonly professionCode: string
  readonly profession: string
  readonly savoirFaireCode?: string
  readonly savoirFaire?: string
  readonly situations: readonly Situation[]
  readonly registerStatus: "active" | "departed"
  readonly registerDate: string
  readonly source: "register" | "structure"
  readonly reachable: boolean
}

export type Role =
  "practitioner" | "structure-admin" | "compliance-officer" | "platform-admin" | "software"

/** The account that is logged in. `practitioner` is absent for staff without a directory entry. */
export type Me = {
  readonly accountId: AccountId
  readonly nationalId?: string
  readonly roles: readonly Role[]
  readonly practitioner?: Practitioner
}

/** A device of the caller. `current` = the one this browser holds the key of. */
export type Device = {
  readonly id: DeviceId
  readonly name: string
  readonly status: "active" | "revoked"
  readonly enrolledAt: string
  readonly expiresAt: string
  /** SHA-256 of the signature key, in groups of four hex digits, for comparison by eye. */
  readonly fingerprint: string
  readonly current: boolean
}

export type PractitionerQuery = {
  readonly q?: string
  readonly profession?: string
  readonly town?: string
  readonly limit?: number
  readonly cursor?: string
}

export type PractitionerPage = {
  readonly items: readonly Practitioner[]
  readonly next?: string
  readonly registerDate?: string
}
