import { CoreError, type ContactRow, type Joining, type Match, type Me } from "../../core"
import type { Route } from "../app/routes"
import { bernard, camille, everybody, ines, me, nadia, nadiaAlbi } from "./people"
import {
  direct,
  adminTimeline,
  directTimeline,
  group,
  longTimeline,
  previousTimeline,
  renewedTimeline,
  renewingTimeline,
  stateTimeline,
  summaries,
} from "./conversations"
import {
  administrator,
  archiveImport,
  imports,
  refusedImport,
  runningImport,
} from "./administration"
import { entries } from "./entries"
import { careHome } from "./staff"
import { failingTopUp, heldTopUp, noTopUp } from "./topUp"
import { READY, type Fixture } from "./fixtureSession"

/** One screen in one state. `type` is put into the search box, `press` are buttons clicked in turn. */
export type Story = Fixture & {
  readonly route?: Route
  readonly type?: string
  readonly press?: readonly string[]
  /** What is put into a larger field before anything is pressed. */
  readonly paste?: string
  /** The page behind an invitation's link in place of the application. */
  readonly joining?: Partial<Joining>
  /** Leave the place of practice to be chosen. */
  readonly unchosen?: boolean
}

const officer: Me = { accountId: me.accountId, roles: ["compliance-officer"] }
const offline = { kind: "offline" } as const

/** Every screen of the messenger and the console, for eyes and screenshots. */
export const stories: Readonly<Record<string, Story>> = {
  login: { state: { kind: "signed-out" } },
  "login-expired": { state: { kind: "signed-out", reason: "expired" } },
  "login-refused": { state: { kind: "signed-out", reason: "refused" } },
  starting: { state: { kind: "starting" } },
  setup: { state: { kind: "needs-device", me, stepUp: false } },
  "setup-step-up": { state: { kind: "needs-device", me, stepUp: true } },
  exercise: { unchosen: true },
  list: {},
  "list-loading": { list: { items: [], loaded: false } },
  "list-empty": { list: { items: [], loaded: true } },
  "list-offline": { connection: offline },
  "list-filtered": { type: "zzz" },
  directory: { route: { page: "directory" } },
  "directory-results": { route: { page: "directory" }, type: "benali" },
  "directory-none": { route: { page: "directory" }, type: "zzzz" },
  "directory-filters": {
    route: { page: "directory" },
    press: ["Filtres", "Joignable sur Liaison"],
    type: "toulouse",
  },
  contacts: { route: { page: "contacts" }, contacts: [nadia, nadiaAlbi, bernard] },
  "contacts-results": {
    route: { page: "contacts" },
    contacts: [ines],
    paste: "Martin;Paul\nSorin;Inès\nBenali;Nadia\nInconnu;Jean",
    press: ["Chercher dans l’annuaire"],
    match: matchedByName,
  },
  "directory-structures": { route: { page: "directory" }, press: ["Structures"] },
  "directory-group": {
    route: { page: "directory" },
    press: ["Écrire à plusieurs personnes", "#check"],
    type: "toulouse",
  },
  card: { route: { page: "card", id: nadia.id }, type: "benali" },
  "card-homonyms": { route: { page: "card", id: nadia.id }, press: ["Comparer"] },
  "card-absent": { route: { page: "card", id: nadiaAlbi.id } },
  "card-ended": { route: { page: "card", id: bernard.id } },
  conversation: { route: { page: "conversation", id: direct.id } },
  "conversation-group": { route: { page: "conversation", id: group.id } },
  "conversation-states": {
    route: { page: "conversation", id: direct.id },
    timelines: [stateTimeline],
    connection: offline,
  },
  "conversation-long": {
    route: { page: "conversation", id: direct.id },
    timelines: [longTimeline],
  },
  "conversation-new": {
    route: { page: "conversation", id: direct.id },
    timelines: [{ ...directTimeline, items: [] }],
  },
  "conversation-renewed": {
    route: { page: "conversation", id: renewedTimeline.conversation.id },
    timelines: [renewedTimeline],
  },
  "conversation-previous": {
    route: { page: "conversation", id: previousTimeline.conversation.id },
    timelines: [previousTimeline],
  },
  "conversation-renewing": {
    route: { page: "conversation", id: group.id },
    timelines: [renewingTimeline],
  },
  "conversation-renew": {
    route: { page: "conversation", id: group.id },
    timelines: [adminTimeline],
    press: ["Membres", "Recréer la conversation…"],
  },
  "conversation-info": {
    route: { page: "conversation", id: direct.id },
    timelines: [withProgress()],
    press: ["Remis"],
  },
  "photo-viewer": {
    route: { page: "conversation", id: direct.id },
    press: ["Agrandir la photo\u00a0: Pied gauche, 4 cm, repère posé"],
  },
  "conversation-missing": { route: { page: "conversation", id: camille.id as never } },
  devices: { route: { page: "devices" } },
  "devices-remove": { route: { page: "devices" }, press: ["Retirer Pixel de Camille"] },
  settings: { route: { page: "settings" } },
  shortcuts: { route: { page: "settings" }, press: ["Raccourcis clavier"] },
  "not-found": { route: { page: "not-found" } },
  "other-tab": { state: { kind: "other-tab", me } },
  revoked: { state: { kind: "revoked" } },
  failed: { state: { kind: "failed", code: "unavailable" } },
  console: { state: { kind: "staff", me: officer }, entries },
  "console-empty": { state: { kind: "staff", me: officer }, entries: [] },
  "console-entry": {
    state: { kind: "staff", me: officer },
    entries,
    proof: "not a proof",
    press: ["#entry"],
  },
  "administration-register": {
    state: administrator,
    route: { page: "administration-register" },
  },
  "administration-empty": {
    state: administrator,
    route: { page: "administration-register" },
    administration: { imports: [] },
  },
  "administration-running": {
    state: administrator,
    route: { page: "administration-register" },
    administration: { running: runningImport },
  },
  "administration-refused": {
    state: administrator,
    route: { page: "administration-register" },
    administration: { imports: [refusedImport, ...imports] },
    press: ["#entry"],
  },
  "administration-archive": {
    state: administrator,
    route: { page: "administration-register" },
    administration: { imports: [archiveImport, ...imports] },
    press: ["#entry", "Voir les lignes", "Afficher la suite"],
  },
  "administration-updates": { state: administrator, route: { page: "administration-updates" } },
  "administration-updates-held": {
    state: administrator,
    route: { page: "administration-updates" },
    administration: { topUps: [heldTopUp] },
  },
  "administration-updates-accept": {
    state: administrator,
    route: { page: "administration-updates" },
    administration: { topUps: [heldTopUp] },
    press: ["Accepter ces départs…"],
  },
  "administration-updates-accepted": {
    state: administrator,
    route: { page: "administration-updates" },
    administration: { topUps: [heldTopUp] },
    press: ["Accepter ces départs…", "Accepter 61 départs"],
  },
  "administration-updates-failing": {
    state: administrator,
    route: { page: "administration-updates" },
    administration: { topUps: [failingTopUp] },
  },
  "administration-updates-off": {
    state: administrator,
    route: { page: "administration-updates" },
    administration: { topUps: [noTopUp] },
  },
  "administration-updates-offline": {
    state: administrator,
    route: { page: "administration-updates" },
    administration: { fails: new CoreError("offline") },
  },
  "administration-people": { state: administrator, route: { page: "administration-people" } },
  "administration-person": {
    state: administrator,
    route: { page: "administration-people" },
    press: ["#entry", "Suspendre l’accès…"],
  },
  "administration-device": {
    state: administrator,
    route: { page: "administration-people" },
    press: ["#entry", "Révoquer cet appareil…"],
  },
  "administration-name": {
    state: administrator,
    route: { page: "administration-people" },
    press: ["#entry", "Nommer administrateur de la structure…"],
  },
  invitation: { joining: {} },
  "invitation-used": { joining: { preview: async () => ({ status: "accepted" }) } },
  "invitation-by-hand": {
    joining: { enter: async () => "by-hand" },
    press: ["Accepter l’invitation"],
  },
  staff: { route: { page: "staff" }, staff: { administered: [careHome] } },
  "staff-empty": {
    route: { page: "staff" },
    staff: { administered: [careHome], people: [], invitations: [] },
  },
  "staff-none": { route: { page: "staff" } },
  "staff-offline": {
    route: { page: "staff" },
    staff: { administered: [careHome], fails: new CoreError("offline") },
  },
  "staff-invite": {
    route: { page: "staff" },
    staff: { administered: [careHome] },
    press: ["Inviter une personne"],
  },
  "staff-person": {
    route: { page: "staff" },
    staff: { administered: [careHome] },
    press: ["Marie GUILLOU"],
  },
  forbidden: { state: READY, route: { page: "console" } },
  many: {
    list: {
      loaded: true,
      items: Array.from({ length: 40 }, () => summaries).flatMap((batch, turn) =>
        batch.map((item, at) => ({
          ...item,
          id: `${item.id.slice(0, 24)}${String(turn * 10 + at).padStart(12, "0")}` as typeof item.id,
        })),
      ),
    },
  },
}

function withProgress() {
  const items = directTimeline.items.map((item) =>
    item.kind === "message" && item.own
      ? { ...item, progress: [{ practitionerId: nadia.id, state: "delivered" as const }] }
      : item,
  )
  return { ...directTimeline, items }
}

function matchedByName({ familyName = "" }: ContactRow): Match {
  const found = everybody.filter((one) => one.familyName === familyName)
  return {
    confidence: found.length === 0 ? "none" : found.length === 1 ? "certain" : "ambiguous",
    candidates: found.map((person) => ({ person, reasons: ["name"] })),
    more: false,
  }
}
