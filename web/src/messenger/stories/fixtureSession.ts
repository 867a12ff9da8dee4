import {
  ApiProblem,
  structureKey,
  Subject,
  type AuditEntry,
  type Card,
  type Commune,
  type Connection,
  type Contact,
  type ContactRow,
  type ConversationList,
  type Delegation,
  type Device,
  type DeviceId,
  type LocumCandidates,
  type Match,
  type MessageId,
  type OpenConversation,
  type OwnKeys,
  type Practitioner,
  type PractitionerQuery,
  type ProfessionCount,
  type PushState,
  type Session,
  type SessionState,
  type Structure,
  type StructureService,
  type Timeline,
} from "../../core"
import { plain } from "../i18n/names"
import { fixtureAdministration, type AdministrationFixture } from "./administration"
import { dayFromNow, delegation } from "./delegations"
import { camille, everybody, me } from "./people"
import { fixtureStaff, type StaffFixture } from "./staff"
import { direct, directTimeline, group, groupTimeline, summaries } from "./conversations"

/** What a story or a test may set; everything else is a quiet, working session of Dr Camille Roux. */
export type Fixture = {
  readonly state?: SessionState
  readonly connection?: Connection
  readonly list?: ConversationList
  readonly timelines?: readonly Timeline[]
  readonly devices?: readonly Device[]
  readonly communes?: readonly Commune[]
  readonly structures?: readonly Structure[]
  /** Those of every structure; one a page. */
  readonly services?: readonly StructureService[]
  readonly delegations?: readonly Delegation[]
  readonly candidates?: LocumCandidates
  /** What every proposal of a delegation rejects with. */
  readonly proposalFails?: Error
  /** What a search is noted with, beside its words. */
  readonly spell?: (query: PractitionerQuery) => string
  /** What is said of everybody's card beside the person. */
  readonly card?: Partial<Card>
  readonly keys?: OwnKeys
  readonly push?: PushState
  readonly people?: readonly Practitioner[]
  readonly contacts?: readonly Practitioner[]
  /** What the directory answers for a row; nobody unless said. */
  readonly match?: (row: ContactRow) => Match
  /** What the first question about a list rejects with. */
  readonly matchFails?: Error
  readonly entries?: readonly AuditEntry[]
  readonly proof?: string
  readonly administration?: AdministrationFixture
  readonly staff?: StaffFixture
  readonly photo?: () => Promise<Blob>
  /** What having seen a changed card rejects with. */
  readonly acknowledgeFails?: Error
  /** What must come or may fail first: a card, a conversation of two, a search's next page. */
  readonly beforeCard?: () => Promise<void>
  readonly beforeDirect?: () => Promise<void>
  readonly beforeMore?: () => Promise<void>
  /** What every send rejects with. */
  readonly sendFails?: Error
}

export const DEVICE = "00000000-0000-7000-8000-00000000dddd" as DeviceId
export const READY = { kind: "ready", me, device: DEVICE } as const satisfies SessionState

/** A session whose every answer is a fixture, and which writes down what the screens asked of it. */
export function fixtureSession(fixture: Fixture = {}) {
  const asked: string[] = []
  const note = (act: string) => {
    asked.push(act)
  }
  const state = new Subject<SessionState>(fixture.state ?? READY)
  const connection = new Subject<Connection>(fixture.connection ?? { kind: "online" })
  const list = new Subject<ConversationList>(fixture.list ?? { items: summaries, loaded: true })
  const push = new Subject<PushState>(fixture.push ?? "off")
  const known = fixture.timelines ?? [directTimeline, groupTimeline]
  const timelines = new Map(
    known.map((timeline) => [
      timeline.conversation.id,
      new Subject<Timeline | undefined>(timeline),
    ]),
  )
  const people = fixture.people ?? everybody
  const contacts = new Subject<readonly Contact[]>((fixture.contacts ?? []).map(contactOf))
  let { matchFails } = fixture

  const session: Session = {
    state,
    connection,
    directory: {
      search: async (query) => {
        const {
          q = "",
          town = "",
          professionCode,
          radius,
          reachable,
          structure,
          counts,
          limit = 50,
          cursor,
        } = query
        note(limit === 1 ? "probe" : `search ${q}${fixture.spell?.(query) ?? ""}`)
        const words = plain(`${q} ${town}`).split(" ")
        const items = people.filter((one) => {
          const text = plain(
            `${one.givenName} ${one.familyName} ${one.profession} ${one.situations
              .map((at) => `${at.postalCode ?? ""} ${at.town ?? ""}`)
              .join(" ")}`,
          )
          const fits =
            (professionCode === undefined || one.professionCode === professionCode) &&
            (reachable !== true || one.reachable) &&
            (structure === undefined ||
              one.situations.some(({ structureId }) => structureId === structure))
          return fits && words.every((word) => text.includes(word))
        })
        if (cursor !== undefined) await fixture.beforeMore?.()
        const from = Number(cursor ?? 0)
        return {
          items: items.slice(from, from + limit),
          ...(limit > 1 && from + limit < items.length && { next: String(from + limit) }),
          registerDate: "2026-11-20",
          ...(counts === true && { professions: professionCounts(items) }),
          ...(radius !== undefined && {
            distances: items.map(({ id }, at) => ({ id, km: at * 7, approximate: at > 0 })),
          }),
        }
      },
      practitioner: async (id) => {
        const found = people.find((one) => one.id === id)
        if (found === undefined) throw new Error("unknown")
        return found
      },
      card: async (id) => {
        note(`card ${id}`)
        await fixture.beforeCard?.()
        const found = people.find((one) => one.id === id)
        if (found === undefined) throw new Error("unknown")
        const nobody = { total: 0, sameDepartment: 0, sameTown: 0 }
        return {
          person: found,
          issuedAt: "2026-11-21T08:30:00Z",
          careProfession: true,
          homonyms: nobody,
          kept: false,
          ...fixture.card,
        }
      },
      communes: async (name) => {
        note(`communes ${name}`)
        return (fixture.communes ?? []).filter((one) =>
          plain(`${one.name} ${one.postalCodes.join(" ")}`).includes(plain(name)),
        )
      },
      structures: async ({ q, cursor }) => {
        note(`structures ${q}`)
        if (cursor !== undefined) await fixture.beforeMore?.()
        const items = (fixture.structures ?? []).filter((one) =>
          plain(`${one.name ?? ""} ${one.postalCode ?? ""} ${one.town ?? ""}`).includes(plain(q)),
        )
        if (cursor !== undefined) return { items: items.slice(2) }
        return items.length > 2 ? { items: items.slice(0, 2), next: "2" } : { items }
      },
      structure: async (id) => {
        const found = await identified(fixture.structures ?? [], id)
        if (found === undefined) throw new ApiProblem(404, "not-found")
        return found
      },
      members: async (id, cursor) => {
        note(`members ${id}`)
        const structure = await identified(fixture.structures ?? [], id)
        const items = people.filter(({ situations }) =>
          situations.some(({ structureId }) => structureId === structure?.id),
        )
        return cursor === undefined && items.length > 2
          ? { items: items.slice(0, 2), next: "2" }
          : { items: cursor === undefined ? items : items.slice(2) }
      },
      services: async (id, cursor) => {
        note(`services ${id}`)
        const at = Number(cursor ?? 0)
        const all = fixture.services ?? []
        const next = at + 1 < all.length ? { next: String(at + 1) } : {}
        return { items: all.slice(at, at + 1), ...next }
      },
      matches: async (rows) => {
        note(`matches ${JSON.stringify(rows)}`)
        const failure = matchFails
        matchFails = undefined
        if (failure !== undefined) throw failure
        return { items: rows.map((row) => fixture.match?.(row) ?? NO_MATCH) }
      },
      acknowledgeCard: async (id) => {
        note(`acknowledge ${id}`)
        if (fixture.acknowledgeFails !== undefined) throw fixture.acknowledgeFails
      },
    },
    devices: {
      list: async () => fixture.devices ?? devices,
      keys: async () => fixture.keys ?? { hidden: [], unlogged: [] },
      revoke: async (id) => note(`revoke ${id}`),
    },
    delegations: {
      list: async () => fixture.delegations ?? [],
      candidates: async (_, colleague) => {
        if (colleague !== undefined)
          note(`candidates for ${colleague.replacedId} of ${colleague.structureId}`)
        return fixture.candidates ?? { items: [], distances: [] }
      },
      propose: async ({ locumId, startsOn, endsOn, replacedId, structureId }) => {
        const colleague = replacedId === undefined ? "" : ` for ${replacedId} of ${structureId}`
        note(`propose ${locumId} ${startsOn} ${endsOn}${colleague}`)
        if (fixture.proposalFails !== undefined) throw fixture.proposalFails
        return delegation({ startsOn, endsOn })
      },
      accept: async (id) => {
        note(`accept ${id}`)
        return delegation({ state: "current" })
      },
      end: async (id) => note(`end ${id}`),
    },
    conversations: {
      list,
      openDirect: async (id) => {
        note(`openDirect ${id}`)
        await fixture.beforeDirect?.()
        return direct.id
      },
      createGroup: async (ids) => {
        note(`createGroup ${ids.length}`)
        return group.id
      },
      addMembers: async () => undefined,
      removeMember: async () => undefined,
      renew: async (id) => note(`renew ${id}`),
      open: (id) =>
        openConversation(id, timelines.get(id) ?? new Subject(undefined), note, fixture),
      photo: fixture.photo ?? drawnPhoto,
      document: async () => new Blob(["Lettre"]),
    },
    contacts: {
      list: contacts,
      add: async (more) => contacts.set([...contacts.get(), ...more.map(contactOf)]),
      remove: async (id) => contacts.set(contacts.get().filter(({ person }) => person.id !== id)),
    },
    push: {
      state: push,
      enable: async () => {
        push.set("on")
        return "on"
      },
      disable: async () => push.set("off"),
    },
    audit: {
      entries: async (query) => {
        note(`entries ${JSON.stringify(query)}`)
        return { items: fixture.entries ?? [] }
      },
      proof: async () => fixture.proof ?? "",
      checkpoint: async () => "",
    },
    administration: fixtureAdministration(fixture.administration ?? {}, note),
    staff: fixtureStaff(fixture.staff ?? {}, note),
    start: async () => undefined,
    login: async (as) => note(`login ${as}`),
    stepUp: async () => note("stepUp"),
    enrolDevice: async (name) => note(`enrol ${name}`),
    takeOver: async () => note("takeOver"),
    logout: async (options) => note(`logout ${options?.forget === true ? "forget" : "keep"}`),
    stop: async () => undefined,
  }
  return { session, asked, state, connection, list, timelines }
}

const NO_MATCH: Match = { confidence: "none", candidates: [], more: false }

function contactOf(person: Practitioner): Contact {
  return { person, addedAt: "2026-11-21T08:30:00Z" }
}

/** By the key that stands in addresses, or by the identifier itself. */
async function identified(structures: readonly Structure[], key: string) {
  const named = structures.find(({ id }) => id === key)
  if (named !== undefined) return named
  const keys = await Promise.all(structures.map(({ id }) => structureKey(id)))
  return structures[keys.indexOf(key)]
}

function professionCounts(people: readonly Practitioner[]): readonly ProfessionCount[] {
  const codes = new Map<string, ProfessionCount>()
  for (const { professionCode: code, profession: label } of people)
    codes.set(code, { code, label, count: (codes.get(code)?.count ?? 0) + 1 })
  return [...codes.values()].sort((one, other) => other.count - one.count)
}

function openConversation(
  id: OpenConversation["id"],
  timeline: Subject<Timeline | undefined>,
  note: (act: string) => void,
  { sendFails }: Fixture,
): OpenConversation {
  return {
    id,
    timeline,
    sendText: async (text, { situation } = {}) => {
      if (sendFails !== undefined) throw sendFails
      note(`text ${text}${situation === undefined ? "" : ` from ${situation}`}`)
      return crypto.randomUUID() as MessageId
    },
    sendPhoto: async (draft) => {
      note(`photo ${draft.caption ?? ""}`)
      return crypto.randomUUID() as MessageId
    },
    retry: async () => note("retry"),
    discard: async () => note("discard"),
    markRead: (upTo) => note(`read ${upTo}`),
    saveDraft: (text) => note(`draft ${text}`),
    loadOlder: async () => note("older"),
    close: () => note("close"),
  }
}

const YEAR_MS = 365 * 86_400_000

export const devices: readonly Device[] = [
  device(1, "Ordinateur Windows", true, 2),
  device(2, "Pixel de Camille", false, 40, 0),
  device(3, "Tablette du cabinet", false, 120, 95),
]

function device(
  number: number,
  name: string,
  current: boolean,
  daysAgo: number,
  unused?: number,
): Device {
  const enrolled = Date.now() - daysAgo * 86_400_000
  return {
    id: `00000000-0000-7000-8000-dd000000000${number}` as DeviceId,
    name,
    status: "active",
    enrolledAt: new Date(enrolled).toISOString(),
    expiresAt: new Date(enrolled + YEAR_MS).toISOString(),
    fingerprint: "",
    current,
    ...(unused !== undefined && { lastUsedOn: dayFromNow(-unused) }),
  }
}

/** A drawn stand-in for a wound photo: no real picture belongs into the sources. */
async function drawnPhoto(): Promise<Blob> {
  const canvas = document.createElement("canvas")
  canvas.width = 800
  canvas.height = 600
  const context = canvas.getContext("2d")
  if (context === null) return new Blob()
  const ground = context.createLinearGradient(0, 0, 800, 600)
  ground.addColorStop(0, "#e7c4ae")
  ground.addColorStop(1, "#c99c84")
  context.fillStyle = ground
  context.fillRect(0, 0, 800, 600)
  context.fillStyle = "#b5544f"
  context.beginPath()
  context.ellipse(400, 300, 130, 90, 0.3, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = "#ffffff"
  context.fillRect(80, 520, 640, 40)
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? new Blob()), "image/jpeg"))
}

export { camille }
