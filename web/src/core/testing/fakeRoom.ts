import { decodeMlsMessage } from "ts-mls"
import { ratchetTreeFromExtension } from "ts-mls/groupInfo.js"
import type { WireBundle, WireEntry, WireReceipt } from "../api/wire"
import { fromBase64url } from "../encoding/base64url"
import type { ConversationId, DeviceId, PractitionerId } from "../ids"
import { parseCertificate } from "../mls/certificate"
import { decodeMessage } from "../mls/message"
import { refuse, type Refusal } from "./refusal"

/** A conversation as the server keeps it. */
export type Room = {
  readonly id: ConversationId
  readonly kind: "direct" | "group"
  readonly createdAt: string
  epoch: number
  /** Of the current epoch; who is in the conversation is whoever has a leaf in its tree. */
  groupInfo: Uint8Array
  /** Devices whose removal waits for a commit. */
  pending: readonly DeviceId[]
  readonly log: WireEntry[]
  readonly answers: Map<string, unknown>
  /** First and last sequence each device may see. */
  readonly seats: Map<DeviceId, { first: number; last: number }>
  admins: readonly PractitionerId[]
  readonly receipts: Map<DeviceId, WireReceipt>
  state: "open" | "refounding" | "succeeded"
  readonly succeeds?: ConversationId | undefined
  succeededBy?: ConversationId
  /** Persons of the former conversation who could not be invited: their devices may join. */
  places: readonly PractitionerId[]
  /** By sequence of the commit: who cannot process it. */
  readonly reports: Map<number, Set<PractitionerId>>
  /** Devices that must re-join before they read again, and since when. */
  readonly dormant: Map<DeviceId, string>
}

export function newRoom(
  opener: DeviceId,
  admins: readonly PractitionerId[],
  opening: {
    readonly id: ConversationId
    readonly kind: "direct" | "group"
    readonly groupInfo: string
    readonly succeeds?: ConversationId | undefined
  },
): Room {
  return {
    id: opening.id,
    kind: opening.kind,
    createdAt: new Date().toISOString(),
    epoch: 0,
    groupInfo: fromBase64url(opening.groupInfo),
    pending: [],
    log: [],
    answers: new Map(),
    seats: new Map([[opener, { first: 1, last: Infinity }]]),
    admins: opening.kind === "group" ? admins : [],
    receipts: new Map(),
    state: "open",
    succeeds: opening.succeeds,
    places: [],
    reports: new Map(),
    dormant: new Map(),
  }
}

/** The next entry of the log. */
export function append(
  room: Room,
  sender: DeviceId,
  kind: WireEntry["kind"],
  payload: string,
  sha256: string,
  priority: WireEntry["priority"] = "routine",
): WireEntry {
  const entry: WireEntry = {
    conversationId: room.id,
    sequence: room.log.length + 1,
    kind,
    epoch: room.epoch,
    senderDeviceId: sender,
    acceptedAt: new Date().toISOString(),
    priority,
    payload,
    sha256,
  }
  room.log.push(entry)
  return entry
}

/** The devices in the tree of a GroupInfo, as certified, with their leaves. */
export function leaves(groupInfo: Uint8Array): ReadonlyMap<DeviceId, number> {
  const tree = ratchetTreeFromExtension(decodeMessage(groupInfo, "mls_group_info").groupInfo) ?? []
  const found = new Map<DeviceId, number>()
  for (const [index, node] of tree.entries()) {
    if (node?.nodeType !== "leaf" || node.leaf.credential.credentialType !== "x509") continue
    const [certificate = new Uint8Array()] = node.leaf.credential.certificates
    found.set(parseCertificate(certificate).deviceId as DeviceId, index / 2)
  }
  return found
}

export function roster(groupInfo: Uint8Array): readonly DeviceId[] {
  return [...leaves(groupInfo).keys()]
}

/** Who comes and goes with a commit. */
export function change(room: Room, bundle: WireBundle) {
  const before = roster(room.groupInfo)
  const after = roster(fromBase64url(bundle.groupInfo))
  return {
    joined: after.filter((device) => !before.includes(device)),
    left: before.filter((device) => !after.includes(device)),
  }
}

export function checkEpoch(room: Room, bundle: WireBundle, sender: "member" | "new_member_commit") {
  const message = decodeMlsMessage(fromBase64url(bundle.commit), 0)?.[0]
  if (message?.wireformat !== "mls_public_message") throw refuse(400, "malformed-mls")
  const { content } = message.publicMessage
  if (content.sender.senderType !== sender) throw refuse(400, "malformed-mls")
  if (content.contentType !== "commit" || !content.commit.path)
    throw refuse(422, "not-allowed-in-conversation", { rule: "path-required" })
  if (Number(content.epoch) !== room.epoch) throw stale(room)
}

/** Taken only while open; repetitions are answered before this is asked. */
export function checkOpen({ state, succeededBy }: Room): void {
  if (state !== "open") throw refuse(409, "conversation-closed", { successor: succeededBy })
}

export function stale(room: Room, code = "stale-epoch"): Refusal {
  const { epoch, log } = room
  return refuse(409, code, { currentEpoch: epoch, lastSequence: log.length })
}

export function seatOf(room: Room, device: DeviceId) {
  const seat = room.seats.get(device)
  if (!seat) throw refuse(400, "unknown-device")
  return seat
}
