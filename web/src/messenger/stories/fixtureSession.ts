import {
  Subject,
  type AuditEntry,
  type Connection,
  type ConversationList,
  type Device,
  type DeviceId,
  type MessageId,
  type OpenConversation,
  type Practitioner,
  type PushState,
  type Session,
  type SessionState,
  type Timeline,
} from "../../core"
import { plain } from "../i18n/names"
import { camille, everybody, me } from "./people"
import { direct, directTimeline, group, groupTimeline, summaries } from "./conversations"

/** What a story or a test may set; everything else is a quiet, working session of Dr Camille Roux. */
export type Fixture = {
  readonly state?: SessionState
  readonly connection?: Connection
  readonly list?: ConversationList
  readonly timelines?: readonly Timeline[]
  readonly devices?: readonly Device[]
  readonly push?: PushState
  readonly people?: readonly Practitioner[]
  readonly entries?: readonly AuditEntry[]
  readonly proof?: string
  readonly photo?: () => Promise<Blob>
  /** What every send rejects with. */
  readonly sendFails?: Error
}

export const DEVICE = "00000000-0000-7000-8000-00000000dddd" as DeviceId
export const READY: SessionState = { kind: "ready", me, device: DEVICE }

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

  const session: Session = {
    state,
    connection,
    directory: {
      search: async ({ q = "", town = "", profession }) => {
        note(`search ${q}`)
        const words = plain(`${q} ${town}`).split(" ")
        const items = people.filter((one) => {
          const text = plain(
            `${one.givenName} ${one.familyName} ${one.profession} ${one.situations
              .map((at) => `${at.postalCode ?? ""} ${at.town ?? ""}`)
              .join(" ")}`,
          )
          const fits = profession === undefined || one.professionCode === profession
          return fits && words.every((word) => text.includes(word))
        })
        return { items, registerDate: "2026-11-20" }
      },
      practitioner: async (id) => {
        const found = people.find((one) => one.id === id)
        if (found === undefined) throw new Error("unknown")
        return found
      },
    },
    devices: {
      list: async () => fixture.devices ?? devices,
      revoke: async (id) => note(`revoke ${id}`),
    },
    conversations: {
      list,
      openDirect: async (id) => {
        note(`openDirect ${id}`)
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

function openConversation(
  id: OpenConversation["id"],
  timeline: Subject<Timeline | undefined>,
  note: (act: string) => void,
  { sendFails }: Fixture,
): OpenConversation {
  return {
    id,
    timeline,
    sendText: async (text) => {
      if (sendFails !== undefined) throw sendFails
      note(`text ${text}`)
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
  device(2, "Pixel de Camille", false, 40),
  device(3, "Tablette du cabinet", false, 120),
]

function device(number: number, name: string, current: boolean, daysAgo: number): Device {
  const enrolled = Date.now() - daysAgo * 86_400_000
  return {
    id: `00000000-0000-7000-8000-dd000000000${number}` as DeviceId,
    name,
    status: "active",
    enrolledAt: new Date(enrolled).toISOString(),
    expiresAt: new Date(enrolled + YEAR_MS).toISOString(),
    fingerprint: "",
    current,
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
