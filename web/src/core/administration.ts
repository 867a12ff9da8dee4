import type { DeviceId, PractitionerId } from "./ids"
import type { Standing } from "./people"
import type { StructureAdministrators } from "./structureAdministrators"
import type { TopUpStatus } from "./topUp"

export type ImportPhase = "reading" | "gathering" | "merging" | "done"

export type ImportKind = "register" | "mailboxes" | "skills" | "qualifications"

/** `file` where the line is of a file of skills or qualifications. */
export type RegisterDefect = {
  readonly line: number
  readonly reason: string
  readonly file?: ImportKind
}

/** What one file of an archive came to; of the register itself the report says what became of people. */
export type FileCounts = {
  readonly kind: ImportKind
  readonly rows: number
  readonly people: number
  readonly defects: Readonly<Record<string, number>>
  readonly unlistedRows?: number
  readonly added?: number
  readonly changed?: number
  readonly removed?: number
}

/** Somebody known by an ADELI number whose RPPS number is not certain, so that nobody was merged. */
export type AmbiguousSuccession = {
  readonly practitionerId: PractitionerId
  readonly lines: readonly number[]
  readonly reason: string
}

/** Who moved from ADELI to RPPS: carried over, and the first of those that are doubtful. */
export type SuccessionCounts = {
  readonly carried: number
  readonly ambiguous: number
  readonly first: readonly AmbiguousSuccession[]
}

/** Who came and went by the top-up between a file and the next one. */
export type ToppedUp = {
  readonly arrivals: number
  readonly departures: number
  readonly returns: number
}

/** What became of one file of the register, whole or refused whole. */
export type ImportReport = {
  readonly id: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly origin: string
  readonly outcome: string
  readonly reason?: string
  readonly reasonLine?: number
  readonly registerDate: string
  readonly rows: number
  readonly people: number
  readonly arrivals: number
  readonly changes: number
  readonly departures: number
  readonly returns: number
  readonly defects: Readonly<Record<string, number>>
  readonly departuresAccepted?: boolean
  readonly professions?: readonly {
    readonly code: string
    readonly label: string
    readonly people: number
  }[]
  readonly kind?: ImportKind
  readonly mailboxes?: {
    readonly listed: number
    readonly added: number
    readonly changed: number
    readonly removed: number
  }
  /** Other files of the archive, which were not read. */
  readonly ignoredFiles?: number
  readonly files?: readonly FileCounts[]
  readonly successions?: SuccessionCounts
  /** People left as the top-up made them: what it knows may be newer than the file. */
  readonly keptNewer?: number
  /** Besides the counts of the file; absent for nobody. */
  readonly toppedUp?: ToppedUp
}

export type ImportProgress = {
  readonly id: string
  readonly startedAt: string
  readonly phase: ImportPhase
  readonly rows: number
  readonly bytes: number
  readonly totalBytes?: number
  readonly rowsPerSecond: number
  readonly readingSecondsLeft?: number
}

export type ImportStatus = {
  readonly id: string
  readonly phase: ImportPhase
  readonly progress?: ImportProgress
  readonly report?: ImportReport
}

export type ImportList = {
  readonly items: readonly ImportReport[]
  readonly running?: readonly ImportProgress[]
}

export type DefectPage = { readonly items: readonly RegisterDefect[]; readonly next?: string }

export type LifecycleState = "known" | "activated" | "suspended" | "departed"

export type SuspensionReason = "compromise" | "misuse" | "authority" | "inquiry" | "request"

export type RevocationReason = "lost" | "stolen" | "compromise" | "request"

/** A device a person has or had. `lastUsedOn` = a day (UTC), where known. */
export type HeldDevice = {
  readonly id: DeviceId
  readonly name: string
  readonly status: "active" | "revoked"
  readonly enrolledAt: string
  readonly revokedAt?: string
  readonly lastUsedOn?: string
}

/** A line of the list of people. `told` = nothing waits for the login service. */
export type PersonEntry = {
  readonly id: PractitionerId
  readonly nationalId: string
  readonly givenName: string
  readonly familyName: string
  readonly profession: string
  readonly standing?: Standing
  readonly state: LifecycleState
  readonly since: string
  readonly told: boolean
}

export type PersonRecord = Omit<PersonEntry, "told"> & {
  readonly lastListed?: string
  readonly suspension?: {
    readonly reason: SuspensionReason
    readonly note?: string
    readonly suspendedAt: string
  }
  readonly account?: {
    readonly boundAt: string
    readonly told: boolean
    readonly waiting?: {
      readonly action: string
      readonly since: string
      readonly attempts: number
    }
  }
  readonly devices: readonly HeldDevice[]
  readonly mostDevices: number
}

export type PeopleQuery = {
  readonly state?: LifecycleState
  readonly q?: string
  readonly after?: PractitionerId
}

/**
 * The platform administrator's acts; every call is an entry of the log. Accepting departures of a file or of the
 * top-up, suspending, lifting, revoking, naming and dismissing are refused with `step-up-required` when the login is too old.
 */
export interface Administration {
  imports(signal?: AbortSignal): Promise<ImportList>
  importStatus(id: string, signal?: AbortSignal): Promise<ImportStatus>
  defects(id: string, cursor?: string): Promise<DefectPage>
  /** Resolves when the import is over. A file refused whole rejects with `import-refused` and its report. */
  importRegister(
    upload: { readonly id: string; readonly file: File; readonly acceptDepartures: boolean },
    signal?: AbortSignal,
  ): Promise<ImportReport>
  /**
   * Resolves when the source is being looked at, not when its files are in. Rejects with `conflict` and the `reason`
   * `no-source` or `running`.
   */
  fetchRegister(): Promise<void>
  people(
    query: PeopleQuery,
    signal?: AbortSignal,
  ): Promise<{ readonly items: readonly PersonEntry[]; readonly next?: PractitionerId }>
  person(id: PractitionerId): Promise<PersonRecord>
  suspend(id: PractitionerId, reason: SuspensionReason, note?: string): Promise<PersonRecord>
  liftSuspension(id: PractitionerId): Promise<void>
  /** For ever; the account and other devices go on. Again is no error. */
  revokeDevice(id: PractitionerId, device: DeviceId, reason: RevocationReason): Promise<void>
  structureAdministrators(structure: string): Promise<StructureAdministrators>
  /** Lets somebody invite for a structure and remove whom it invited. Again is no error. */
  nameAdministrator(structure: string, person: PractitionerId): Promise<void>
  /** Ends that, and the invitations they left open. Again is no error. */
  dismissAdministrator(structure: string, person: PractitionerId): Promise<void>
  topUp(signal?: AbortSignal): Promise<TopUpStatus>
  /**
   * Lets the stopped run go on and remove `most` people more, those that wait unless said; it stops again before it
   * would remove more. Rejects with `conflict` when none is stopped.
   */
  acceptTopUpDepartures(most?: number): Promise<TopUpStatus>
}
