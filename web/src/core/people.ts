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
  /** In what capacity that profession is held. */
  readonly category?: Category
}

/** In what capacity a profession is held; a student is only trained for it. */
export type Category = "civil" | "military" | "student"

/** What sets somebody apart from the professionals of the register; these have none. */
export type Standing = "student" | "invited" | "vouched"

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
  /** Savoir-faire; only where one person is asked for, never in lists. Former cards said nothing of it. */
  readonly skills?: readonly Skill[]
  /** Diplomas and authorisations, likewise. */
  readonly qualifications?: readonly Qualification[]
  /** MSSanté mailboxes; only where one person is asked for, never in lists. */
  readonly mailboxes?: readonly Mailbox[]
  /** In what capacity the profession is held; a student holds none in full. */
  readonly category?: Category
  /** Who stands in for whom; only where one person is asked for, never in lists. */
  readonly replacement?: Replacement
}

/** Accepted locum duties, now and of the next month. */
export type Replacement = {
  readonly replacedBy?: readonly ReplacementDuty[]
  readonly replaces?: readonly ReplacementDuty[]
}

/** The other person, and the days with both ends included. */
export type ReplacementDuty = {
  readonly practitionerId: PractitionerId
  readonly givenName: string
  readonly familyName: string
  readonly civility?: string
  readonly profession: string
  readonly standing?: Standing
  readonly startsOn: string
  readonly endsOn: string
}

/** One savoir-faire, in the register's words. */
export type Skill = {
  /** Of the national list, such as SM54. */
  readonly code: string
  readonly label: string
  /** Its family. */
  readonly type?: string
  /** The profession it belongs to. */
  readonly profession?: string
}

/** A diploma, or leave to practise without the usual one, in the register's words. */
export type Qualification = {
  readonly kind: "diploma" | "authorisation"
  readonly label: string
  /** The family of a diploma. */
  readonly type?: string
  /** What an authorisation is for. */
  readonly discipline?: string
  readonly code?: string
  readonly typeCode?: string
}

/** An MSSanté address of the published list. */
export type Mailbox = {
  readonly address: string
  /** The workplace it is for. */
  readonly structureName?: string
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
  /** The day on which it was last used, where known. */
  readonly lastUsedOn?: string
  /** SHA-256 of the signature key, in groups of four hex digits, for comparison by eye. */
  readonly fingerprint: string
  readonly current: boolean
}

/** Where the public log of keys and the directory disagree about the caller's devices. */
export type OwnKeys = {
  /** Living devices of the log that the directory does not show, and since when. */
  readonly hidden: readonly { readonly id: DeviceId; readonly at: string }[]
  /** Active devices of the directory whose key is not in the log. */
  readonly unlogged: readonly DeviceId[]
}

export type PractitionerQuery = {
  readonly q?: string
  /** The exact code, such as 60. */
  readonly professionCode?: string
  /** The exact code of a savoir-faire, such as SM54. */
  readonly savoirFaire?: string
  readonly town?: string
  readonly department?: string
  /** The INSEE code of a commune; with a radius, what that is around. */
  readonly commune?: string
  /** The postal or INSEE code of a commune; `radius` kilometres around it. */
  readonly near?: string
  readonly radius?: number
  /** The `structureId` of a situation. */
  readonly structure?: string
  /** Only people with a device to write to. */
  readonly reachable?: boolean
  /** Only people with an MSSanté mailbox. */
  readonly mssante?: boolean
  /** Asks how many of all who match have which profession. */
  readonly counts?: boolean
  readonly limit?: number
  readonly cursor?: string
}

export type PractitionerPage = {
  readonly items: readonly Practitioner[]
  readonly next?: string
  readonly registerDate?: string
  /** The most frequent first; only when counts were asked for. */
  readonly professions?: readonly ProfessionCount[]
  /** Only of a search around a place. */
  readonly distances?: readonly Distance[]
}

/** Of a structure, students and people vouched for are groups of their own beside that code's. */
export type ProfessionCount = {
  readonly code: string
  readonly label: string
  readonly count: number
  readonly standing?: Standing
}

/** A commune, an arrondissement of a large one, or what was a commune until it was merged. */
export type Commune = {
  /** The INSEE code, which is not a postal code. */
  readonly code: string
  readonly name: string
  readonly postalCodes: readonly string[]
  readonly department: string
  /** The commune it was merged into. */
  readonly partOf?: string
}

/** How far a person of the page is; `approximate` = where exactly they practise is not known. */
export type Distance = {
  readonly id: PractitionerId
  readonly km: number
  readonly approximate: boolean
}
