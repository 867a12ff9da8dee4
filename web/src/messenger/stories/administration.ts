import {
  ApiProblem,
  type Administration,
  type DeviceId,
  type ImportReport,
  type ImportStatus,
  type PersonRecord,
  type StructureAdministrator,
  type TopUpStatus,
} from "../../core"
import { camille, me, nadia } from "./people"
import { careHome } from "./staff"
import { acceptedTopUp, topUp } from "./topUp"

/** What an administrator's story or test may set. */
export type AdministrationFixture = {
  readonly imports?: readonly ImportReport[]
  readonly running?: ImportStatus
  /** What is answered of one import, besides what runs. */
  readonly status?: ImportStatus
  /** Whether a file is on its way until somebody stops it. */
  readonly sendsUntilStopped?: boolean
  readonly persons?: readonly PersonRecord[]
  /** What is answered of the top-up, one after the other, the last one from then on. */
  readonly topUps?: readonly TopUpStatus[]
  /** What is answered of it after an acceptance; the accepted run, not begun again, unless said. */
  readonly afterAcceptance?: readonly TopUpStatus[]
  /** What every call rejects with. */
  readonly fails?: Error
  /** What every act upon a person, importing, fetching and accepting departures reject with. */
  readonly actFails?: Error
}

function report(day: number, change: Partial<ImportReport> = {}): ImportReport {
  return {
    id: `0199f1a0-0000-7000-8000-1000000000${day}`,
    startedAt: `2026-11-${day}T02:30:00Z`,
    finishedAt: `2026-11-${day}T02:34:10Z`,
    origin: "upload",
    outcome: "accepted",
    registerDate: `2026-11-${day}`,
    rows: 2_412_907,
    people: 1_204_557,
    arrivals: 412 + day * 31,
    changes: 8_214,
    departures: 380 - day * 9,
    returns: 12,
    defects: { "bad-identifier": 14, "repeated-row": 1_206, "missing-name": 2 },
    professions: [
      { code: "60", label: "Infirmier", people: 531_204 },
      { code: "10", label: "Médecin", people: 238_114 },
      { code: "70", label: "Masseur-Kinésithérapeute", people: 104_870 },
      { code: "21", label: "Pharmacien", people: 74_208 },
    ],
    ...change,
  }
}

export const refusedImport = report(22, {
  outcome: "refused",
  reason: "too-many-departures",
  departures: 91_204,
})

/** All three files of the published archive, some of whose people moved from ADELI to RPPS. */
export const archiveImport = report(22, {
  ignoredFiles: 2,
  keptNewer: 37,
  defects: { "bad-identifier": 14, "missing-skill": 3, "missing-qualification": 1 },
  files: [
    { kind: "register", rows: 2_412_907, people: 1_204_557, defects: { "bad-identifier": 14 } },
    {
      kind: "skills",
      rows: 318_004,
      people: 201_377,
      defects: { "missing-skill": 3 },
      unlistedRows: 1_882,
      added: 41,
      changed: 12,
      removed: 3,
    },
    {
      kind: "qualifications",
      rows: 1_610_442,
      people: 1_187_210,
      defects: { "missing-qualification": 1 },
      unlistedRows: 20_114,
      added: 388,
      changed: 51,
      removed: 9,
    },
  ],
  successions: {
    carried: 128,
    ambiguous: 231,
    first: Array.from({ length: 25 }, (_, at) => ({
      practitionerId: nadia.id,
      lines: at % 3 === 0 ? [88_412 + at, 1_204_557 + at] : [88_412 + at],
      reason: at % 3 === 0 ? "several_candidates" : at % 3 === 1 ? "both_listed" : "place_alone",
    })),
  },
})

export const imports: readonly ImportReport[] = [
  report(21),
  report(20, {
    kind: "mailboxes",
    mailboxes: { listed: 612_004, added: 31, changed: 4, removed: 9 },
  }),
  report(19, { outcome: "refused", reason: "truncated", reasonLine: 88_412 }),
  report(18, { toppedUp: { arrivals: 240, departures: 96, returns: 1 } }),
  report(17, { toppedUp: { arrivals: 12, departures: 0, returns: 0 } }),
  report(16),
]

export const runningImport: ImportStatus = {
  id: "0199f1a0-0000-7000-8000-100000000099",
  phase: "reading",
  progress: {
    id: "0199f1a0-0000-7000-8000-100000000099",
    startedAt: "2026-11-22T14:05:00Z",
    phase: "reading",
    rows: 812_040,
    bytes: 402_000_000,
    totalBytes: 1_050_000_000,
    rowsPerSecond: 41_200,
    readingSecondsLeft: 39,
  },
}

function person(of: typeof nadia, change: Partial<PersonRecord> = {}): PersonRecord {
  return {
    id: of.id,
    nationalId: "899700000023",
    givenName: of.givenName,
    familyName: of.familyName,
    profession: of.profession,
    state: "activated",
    since: "2026-10-02T08:30:00Z",
    account: { boundAt: "2026-10-02T08:30:00Z", told: true },
    devices: [
      {
        id: "00000000-0000-7000-8000-dd0000000001" as DeviceId,
        name: "Pixel de Nadia",
        status: "active",
        enrolledAt: "2026-10-02T08:31:00Z",
        lastUsedOn: "2026-11-19",
      },
    ],
    mostDevices: 10,
    ...change,
  }
}

export const persons: readonly PersonRecord[] = [
  person(nadia),
  person(camille, {
    state: "suspended",
    since: "2026-11-20T14:05:00Z",
    suspension: {
      reason: "compromise",
      note: "Téléphone volé",
      suspendedAt: "2026-11-20T14:05:00Z",
    },
    account: {
      boundAt: "2026-10-01T08:30:00Z",
      told: false,
      waiting: { action: "disable", since: "2026-11-20T14:05:00Z", attempts: 2 },
    },
    devices: [],
  }),
]

export const administrator = {
  kind: "staff",
  me: { accountId: me.accountId, roles: ["platform-admin"] },
} as const

const administrators: readonly StructureAdministrator[] = [
  {
    practitionerId: camille.id,
    givenName: camille.givenName,
    familyName: camille.familyName,
    active: false,
    namedAt: "2026-10-02T08:30:00Z",
  },
]

/** The administrator's calls, answered from fixtures; acts change what is read afterwards. */
export function fixtureAdministration(
  fixture: AdministrationFixture,
  note: (act: string) => void,
): Administration {
  let known = fixture.persons ?? persons
  let topUps = fixture.topUps ?? [topUp]
  const answer = <T>(value: T): Promise<T> =>
    fixture.fails === undefined ? Promise.resolve(value) : Promise.reject(fixture.fails)
  const find = (id: string) => {
    const found = known.find((one) => one.id === id)
    if (found === undefined) throw new ApiProblem(404, "not-found")
    return found
  }
  const change = (id: string, part: (one: PersonRecord) => PersonRecord) => {
    if (fixture.actFails !== undefined) throw fixture.actFails
    known = known.map((one) => (one.id === id ? part(one) : one))
    return find(id)
  }
  return {
    imports: () => {
      note("imports")
      const running = fixture.running?.progress
      const items = fixture.imports ?? imports
      return answer({ items, ...(running !== undefined && { running: [running] }) })
    },
    importStatus: async (id) => {
      note(`importStatus ${id}`)
      return fixture.status ?? fixture.running ?? { id, phase: "reading" }
    },
    defects: async (id, cursor) => {
      note(`defects ${id} ${cursor ?? ""}`)
      return cursor === undefined
        ? { items: [{ line: 12, reason: "bad-identifier" }], next: "1" }
        : { items: [{ line: 77, reason: "missing-skill", file: "skills" }] }
    },
    importRegister: async ({ file, acceptDepartures }, signal) => {
      note(`import ${file.name} ${String(acceptDepartures)}`)
      if (fixture.sendsUntilStopped === true) await stopped(signal)
      if (fixture.actFails !== undefined) throw fixture.actFails
      return report(22)
    },
    fetchRegister: async () => {
      note("fetchRegister")
      if (fixture.actFails !== undefined) throw fixture.actFails
    },
    people: ({ q, state, after }) => {
      note(`people ${q ?? ""} ${state ?? ""} ${after ?? ""}`)
      const items = known
        .filter((one) => state === undefined || one.state === state)
        .filter((one) => one.familyName.toLowerCase().startsWith((q ?? "").toLowerCase()))
        .map((one) => ({ ...one, told: one.account?.told ?? true }))
      return answer({ items })
    },
    person: (id) => answer(find(id)),
    suspend: async (id, reason, text) => {
      note(`suspend ${reason} ${text ?? ""}`)
      const suspendedAt = "2026-11-22T14:05:00Z"
      return change(id, ({ devices, ...one }) => ({
        ...one,
        state: "suspended",
        suspension: { reason, suspendedAt },
        devices: devices.map((device) => ({ ...device, status: "revoked" as const })),
      }))
    },
    liftSuspension: async (id) => {
      note("lift")
      change(id, (one) => ({ ...one, state: "activated", suspension: undefined }))
    },
    revokeDevice: async (id, device, reason) => {
      note(`revokeDevice ${device} ${reason}`)
      change(id, ({ devices, ...one }) => ({
        ...one,
        devices: devices.map((held) =>
          held.id === device
            ? { ...held, status: "revoked" as const, revokedAt: "2026-11-22T14:05:00Z" }
            : held,
        ),
      }))
    },
    structureAdministrators: (structure) => {
      note(`structureAdministrators ${structure}`)
      const place = structure === careHome.id && { structure: careHome }
      return answer({ items: administrators, ...place })
    },
    nameAdministrator: async (structure, person) => {
      note(`nameAdministrator ${structure} ${person}`)
      if (fixture.actFails !== undefined) throw fixture.actFails
    },
    dismissAdministrator: async (structure, person) => {
      note(`dismissAdministrator ${structure} ${person}`)
      if (fixture.actFails !== undefined) throw fixture.actFails
    },
    topUp: () => {
      note("topUp")
      const [now = topUp, ...rest] = topUps
      if (rest.length > 0) topUps = rest
      return answer(now)
    },
    acceptTopUpDepartures: async (most) => {
      note(`acceptTopUpDepartures ${most ?? ""}`.trim())
      if (fixture.actFails !== undefined) throw fixture.actFails
      const answered = acceptedTopUp(topUps[0] ?? topUp)
      topUps = fixture.afterAcceptance ?? [answered]
      return answered
    },
  }
}

/** As a file that is still on its way. */
function stopped(signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")))
  })
}
