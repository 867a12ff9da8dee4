import type {
  AttachmentId,
  AttachmentReference,
  ConversationId,
  ConversationSummary,
  DeviceId,
  Member,
  Message,
  MessageId,
  OutgoingState,
  Practitioner,
  RosterChange,
  Timeline,
  TimelineItem,
} from "../../core"
import { camille, claire, ines, leroy, nadia, paul } from "./people"

const DEVICE = "00000000-0000-7000-8000-00000000dddd" as DeviceId
let sequence = 0

export function conversationId(number: number): ConversationId {
  return `00000000-0000-7000-8000-c${String(number).padStart(11, "0")}` as ConversationId
}

export function member(person: Practitioner, me = false): Member {
  return { practitionerId: person.id, practitioner: person, me, deviceCount: 1 }
}

/** A moment before now: stories always show "today" and "yesterday". */
export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString()
}

export function message(
  conversation: ConversationId,
  sender: Practitioner,
  minutesAgo: number,
  body: string | Message["body"],
  change: Partial<Message> = {},
): Message {
  sequence += 1
  return {
    kind: "message",
    id: `00000000-0000-7000-8000-e${String(sequence).padStart(11, "0")}` as MessageId,
    conversationId: conversation,
    sequence,
    sender: sender.id,
    senderDevice: DEVICE,
    own: sender.id === camille.id,
    at: ago(minutesAgo),
    priority: "routine",
    body: typeof body === "string" ? { kind: "text", text: body } : body,
    ...change,
  }
}

export function own(
  conversation: ConversationId,
  minutesAgo: number,
  body: string | Message["body"],
  state: OutgoingState,
): Message {
  return message(conversation, camille, minutesAgo, body, { state })
}

export const photo: AttachmentReference = {
  id: "00000000-0000-7000-8000-aaaaaaaaaaaa" as AttachmentId,
  key: new Uint8Array(32),
  size: 120_000,
  mediaType: "image/jpeg",
  sha256: new Uint8Array(32),
  width: 1600,
  height: 1200,
}

export function summary(
  number: number,
  people: readonly Practitioner[],
  change: Partial<ConversationSummary> = {},
): ConversationSummary {
  return {
    id: conversationId(number),
    kind: people.length > 1 ? "group" : "direct",
    members: [member(camille, true), ...people.map((person) => member(person))],
    unread: 0,
    unreadUrgent: 0,
    failed: 0,
    at: ago(60 * number),
    active: true,
    ...change,
  }
}

function rosterChange(minutesAgo: number, joined: readonly Practitioner[]): RosterChange {
  sequence += 1
  return {
    kind: "roster",
    id: `roster-${sequence}`,
    sequence,
    at: ago(minutesAgo),
    by: camille.id,
    joined: joined.map(({ id }) => id),
    left: [],
    devicesAdded: [],
    devicesRemoved: [],
  }
}

const DIRECT = conversationId(1)
const GROUP = conversationId(2)

const directItems: readonly TimelineItem[] = [
  message(
    DIRECT,
    nadia,
    60 * 27,
    "Bonjour Docteur, Mme L. est bien rentrée. Premier passage fait ce matin.",
  ),
  own(DIRECT, 60 * 26, "Merci Nadia. Pouvez-vous surveiller la tension cette semaine\u00a0?", {
    kind: "read",
    count: 1,
    of: 1,
  }),
  message(DIRECT, nadia, 60 * 26 - 2, "Oui, matin et soir. Je vous écris si elle dépasse 160."),
  message(DIRECT, nadia, 42, "Pansement refait."),
  message(DIRECT, nadia, 41, { kind: "photo", photo, caption: "Pied gauche, 4 cm, repère posé" }),
  own(DIRECT, 30, "Merci, je passe à 18\u00a0h.", { kind: "delivered", count: 1, of: 1 }),
]

const groupItems: readonly TimelineItem[] = [
  rosterChange(60 * 50, [nadia, leroy, ines]),
  own(GROUP, 60 * 49, "Je vous réunis pour coordonner la sortie de jeudi.", {
    kind: "read",
    count: 3,
    of: 3,
  }),
  message(GROUP, leroy, 180, "Le traitement anticoagulant reste inchangé jusqu’au contrôle."),
  message(
    GROUP,
    ines,
    150,
    "Bien reçu. Les boîtes sont prêtes, je peux livrer mercredi avant 17\u00a0h.",
  ),
  own(GROUP, 90, "Parfait. Nadia, le premier passage jeudi à 9\u00a0h vous convient\u00a0?", {
    kind: "delivered",
    count: 2,
    of: 3,
  }),
  message(GROUP, nadia, 20, { kind: "unavailable", cause: "undecryptable" }),
  message(GROUP, nadia, 12, "Oui, 9\u00a0h. J’apporte le matériel."),
  own(GROUP, 4, "Merci à vous trois.", { kind: "failed", cause: "expired" }),
]

export const direct = summary(1, [nadia], { at: ago(30), last: directItems.at(-1) as Message })
export const group = summary(2, [nadia, leroy, ines], {
  at: ago(4),
  failed: 1,
  last: groupItems.at(-1) as Message,
})

export const summaries: readonly ConversationSummary[] = [
  summary(6, [leroy], {
    at: ago(9),
    unread: 1,
    unreadUrgent: 1,
    last: message(conversationId(6), leroy, 9, "Dyspnée depuis ce matin, SpO2 88\u00a0%.", {
      priority: "urgent",
    }),
  }),
  group,
  direct,
  summary(3, [paul], {
    at: ago(75),
    unread: 2,
    last: message(
      conversationId(3),
      paul,
      75,
      "Séance annulée demain, le patient est hospitalisé.",
    ),
  }),
  summary(4, [ines], {
    at: ago(60 * 20),
    last: own(conversationId(4), 60 * 20, "Ordonnance envoyée.", { kind: "read", count: 1, of: 1 }),
  }),
  summary(5, [claire], {
    at: ago(60 * 24 * 3),
    draft: "Pouvez-vous me rappeler la date du",
    last: message(
      conversationId(5),
      claire,
      60 * 24 * 3,
      "Le retour à domicile est prévu vendredi.",
    ),
  }),
]

export const directTimeline: Timeline = {
  conversation: direct,
  items: directItems,
  hasOlder: false,
}

export const groupTimeline: Timeline = {
  conversation: group,
  items: groupItems,
  hasOlder: true,
  unreadFrom:
    groupItems.findLast((item) => item.kind === "message" && item.sender === leroy.id)?.sequence ??
    0,
}

const renewed = summary(1, [nadia], {
  at: ago(2),
  last: directItems.at(-1) as Message,
  previous: { id: conversationId(9), unread: 2 },
  renewable: true,
})

export const renewedTimeline: Timeline = {
  conversation: renewed,
  hasOlder: false,
  items: [message(DIRECT, nadia, 2, "Tension 13/8 ce matin.")],
}

export const previousTimeline: Timeline = {
  conversation: summary(9, [nadia], { unread: 2, next: DIRECT }),
  hasOlder: false,
  items: directItems.map((item) => ({ ...item, conversationId: conversationId(9) })),
}

export const renewingTimeline: Timeline = {
  conversation: { ...group, failed: 0, renewing: true, admins: [camille.id] },
  hasOlder: false,
  items: [...groupItems.slice(0, -1), own(GROUP, 1, "Je note.", { kind: "queued" })],
}

export const adminTimeline: Timeline = {
  conversation: { ...group, admins: [camille.id, nadia.id], renewable: true },
  hasOlder: false,
  items: groupItems,
}

export const longTimeline: Timeline = {
  conversation: direct,
  hasOlder: true,
  items: Array.from({ length: 60 }, (_, at) =>
    at % 3 === 0
      ? own(DIRECT, 600 - at * 10, `Message numéro ${at}`, { kind: "read", count: 1, of: 1 })
      : message(
          DIRECT,
          nadia,
          600 - at * 10,
          `Message numéro ${at}, un peu plus long que le précédent.`,
        ),
  ),
}

export const stateTimeline: Timeline = {
  conversation: direct,
  hasOlder: false,
  items: [
    own(DIRECT, 50, "Remis et lu", { kind: "read", count: 1, of: 1 }),
    own(DIRECT, 45, "Remis", { kind: "delivered", count: 1, of: 1 }),
    own(DIRECT, 40, "Envoyé depuis trop longtemps", { kind: "sent" }),
    own(DIRECT, 2, "Envoyé à l’instant", { kind: "sent" }),
    own(DIRECT, 1, { kind: "photo", photo }, { kind: "uploading", sent: 42, total: 100 }),
    own(DIRECT, 0, "Pas encore parti", { kind: "queued" }),
    own(DIRECT, 0, "Refusé", { kind: "failed", cause: "no-recipient" }),
  ],
}
