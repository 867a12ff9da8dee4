import { decodeMlsMessage } from "ts-mls"
import { ratchetTreeFromExtension } from "ts-mls/groupInfo.js"
import type {
  ServerFrame,
  WireBundle,
  WireClaimedDevice,
  WireConversation,
  WireEntry,
  WireGroupInfo,
  WireJoinable,
  WireMessage,
  WireReceipt,
  WireWelcome,
} from "../api/wire"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { sha256 } from "../encoding/bytes"
import { newId, type ConversationId, type DeviceId, type PractitionerId } from "../ids"
import { parseCertificate } from "../mls/certificate"
import { decodeMessage } from "../mls/message"
import { Serial } from "../sync/serial"
import type { DeliverySigner } from "./deliverySigner"
import { refuse } from "./refusal"

type Room = {
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
  readonly opener: DeviceId
  readonly receipts: Map<DeviceId, WireReceipt>
}

/** Whom a device belongs to, and how to reach it while connected. */
export type Devices = {
  ownerOf(device: DeviceId): PractitionerId
  devicesOf(practitioner: PractitionerId): readonly DeviceId[]
  push(device: DeviceId, frame: ServerFrame): void
}

/** What the server puts where it is itself the sender. */
const NOBODY = "00000000-0000-0000-0000-000000000000" as DeviceId

/**
 * The conversation-service's protocol in memory: epoch compare-and-swap, one sequence per conversation,
 * rosters read from the tree, removals signed by the server and enforced, joins by external commit.
 */
export class FakeDelivery {
  readonly rooms = new Map<ConversationId, Room>()
  readonly #pool = new Map<DeviceId, string[]>()
  readonly #lastResort = new Map<DeviceId, string>()
  readonly #welcomes = new Map<DeviceId, WireWelcome[]>()
  readonly #serial = new Serial()

  /** Tests count and steer: the next requests to join are put off, the next claims leave a device out. */
  joinsToPutOff = 0
  readonly hiddenFromClaims = new Set<DeviceId>()
  /** Devices that have uploaded nothing yet when they are claimed from the next time. */
  readonly notReadyYet = new Set<DeviceId>()

  constructor(
    private readonly devices: Devices,
    private readonly signer: DeliverySigner,
  ) {}

  deliveryKey() {
    return { externalSenders: toBase64url(this.signer.senders) }
  }

  publish(device: DeviceId, keyPackages: readonly string[], lastResort?: string) {
    this.#pool.set(device, [...(this.#pool.get(device) ?? []), ...keyPackages])
    if (lastResort) this.#lastResort.set(device, lastResort)
    return { available: this.#pool.get(device)?.length ?? 0 }
  }

  pool(device: DeviceId) {
    return {
      available: this.#pool.get(device)?.length ?? 0,
      lastResort: this.#lastResort.has(device),
    }
  }

  claim(caller: DeviceId, practitioners: readonly PractitionerId[]): WireClaimedDevice[] {
    return practitioners
      .flatMap((p) =>
        this.devices.devicesOf(p).map((deviceId) => ({ deviceId, practitionerId: p })),
      )
      .filter(({ deviceId }) => deviceId !== caller)
      .filter(({ deviceId }) => !this.hiddenFromClaims.delete(deviceId))
      .map((device) => {
        if (this.notReadyYet.delete(device.deviceId)) return { ...device, status: "exhausted" }
        const keyPackage = this.#pool.get(device.deviceId)?.shift()
        if (keyPackage) return { ...device, status: "ok", keyPackage }
        const last = this.#lastResort.get(device.deviceId)
        return last
          ? { ...device, status: "lastResort", keyPackage: last }
          : { ...device, status: "exhausted" }
      })
  }

  async create(
    caller: DeviceId,
    body: {
      id: ConversationId
      kind: "direct" | "group"
      groupInfo: string
      commit?: WireBundle
    },
  ): Promise<WireConversation> {
    if (this.rooms.has(body.id)) throw refuse(409, "conversation-exists")
    const room: Room = {
      id: body.id,
      kind: body.kind,
      createdAt: new Date().toISOString(),
      epoch: 0,
      groupInfo: fromBase64url(body.groupInfo),
      pending: [],
      log: [],
      answers: new Map(),
      seats: new Map([[caller, { first: 1, last: Infinity }]]),
      opener: caller,
      receipts: new Map(),
    }
    this.rooms.set(body.id, room)
    try {
      if (body.commit) await this.commit(caller, body.id, body.commit)
    } catch (error) {
      this.rooms.delete(body.id)
      throw error
    }
    return this.view(caller, body.id)
  }

  commit(caller: DeviceId, id: ConversationId, bundle: WireBundle): Promise<unknown> {
    return this.#serial.run(id, async () => {
      const room = this.#room(caller, id)
      const known = room.answers.get(bundle.commit)
      if (known) return known
      this.#checkEpoch(room, bundle, "member")
      const { joined, left } = this.#change(room, bundle)
      if (room.pending.some((device) => !left.includes(device)))
        throw refuse(422, "not-allowed-in-conversation", { rule: "removal-pending" })
      this.#checkComplete(bundle, joined)
      return this.#accept(room, caller, bundle)
    })
  }

  /** An external commit: of a device whose person is there, for itself. */
  join(caller: DeviceId, id: ConversationId, bundle: WireBundle): Promise<unknown> {
    return this.#serial.run(id, async () => {
      const room = this.#shared(caller, id)
      if (this.joinsToPutOff > 0) {
        this.joinsToPutOff--
        throw refuse(429, "too-many-requests", undefined, 1)
      }
      const known = room.answers.get(bundle.commit)
      if (known) return known
      this.#checkEpoch(room, bundle, "new_member_commit")
      const { joined, left } = this.#change(room, bundle)
      if (left.length > 0 || joined.some((device) => device !== caller))
        throw refuse(422, "not-allowed-in-conversation", { rule: "own-device-only" })
      if (!room.seats.has(caller))
        room.seats.set(caller, { first: room.log.length + 1, last: Infinity })
      return this.#accept(room, caller, bundle)
    })
  }

  groupInfo(caller: DeviceId, id: ConversationId): WireGroupInfo {
    const room = this.#shared(caller, id)
    return { epoch: room.epoch, groupInfo: toBase64url(room.groupInfo) }
  }

  joinable(caller: DeviceId): readonly WireJoinable[] {
    return [...this.rooms.values()]
      .filter((room) => this.#partners(room, caller) && !roster(room.groupInfo).includes(caller))
      .map(({ id, kind, epoch }) => ({ id, kind, epoch }))
  }

  /** Blocked for good: every conversation it is in gets a removal, to be committed before anything else. */
  async revoked(device: DeviceId): Promise<void> {
    for (const room of this.rooms.values())
      await this.#serial.run(room.id, async () => {
        if (!roster(room.groupInfo).includes(device)) return
        room.pending = [...room.pending, device]
        await this.#propose(room, device)
      })
  }

  async #propose(room: Room, device: DeviceId): Promise<void> {
    const leaf = leaves(room.groupInfo).get(device) ?? -1
    const bytes = await this.signer.remove(room.groupInfo, leaf)
    const sha = toBase64url(await sha256(bytes))
    const entry = this.#append(room, NOBODY, "proposal", toBase64url(bytes), sha)
    this.#fanOut(room, entry, new Set())
  }

  #checkEpoch(room: Room, bundle: WireBundle, sender: "member" | "new_member_commit") {
    const message = decodeMlsMessage(fromBase64url(bundle.commit), 0)?.[0]
    if (message?.wireformat !== "mls_public_message") throw refuse(400, "malformed-mls")
    const { content } = message.publicMessage
    if (content.sender.senderType !== sender) throw refuse(400, "malformed-mls")
    if (content.contentType !== "commit" || !content.commit.path)
      throw refuse(422, "not-allowed-in-conversation", { rule: "path-required" })
    if (Number(content.epoch) !== room.epoch) throw this.#stale(room)
  }

  #change(room: Room, bundle: WireBundle) {
    const before = roster(room.groupInfo)
    const after = roster(fromBase64url(bundle.groupInfo))
    return {
      joined: after.filter((device) => !before.includes(device)),
      left: before.filter((device) => !after.includes(device)),
    }
  }

  #checkComplete(bundle: WireBundle, joined: readonly DeviceId[]): void {
    const after = roster(fromBase64url(bundle.groupInfo))
    const people = new Set(joined.map((device) => this.devices.ownerOf(device)))
    const devices = [...people]
      .flatMap((person) => this.devices.devicesOf(person))
      .filter((device) => this.#lastResort.has(device) && !after.includes(device))
    if (devices.length > 0)
      throw refuse(422, "not-allowed-in-conversation", { rule: "devices-missing", devices })
  }

  async #accept(room: Room, caller: DeviceId, bundle: WireBundle) {
    const { joined, left } = this.#change(room, bundle)
    const sha = toBase64url(await sha256(fromBase64url(bundle.commit)))
    room.epoch += 1
    room.groupInfo = fromBase64url(bundle.groupInfo)
    const entry = this.#append(room, caller, "commit", bundle.commit, sha)
    for (const device of left) this.#seat(room, device).last = entry.sequence
    const invited = joined.filter((device) => device !== caller)
    for (const device of invited) {
      room.seats.set(device, { first: entry.sequence, last: Infinity })
      if (bundle.welcome) this.#welcome(device, room.id, entry.sequence, bundle.welcome)
    }
    this.#fanOut(room, entry, new Set(invited))
    const answer = { epoch: room.epoch, sequence: entry.sequence }
    room.answers.set(bundle.commit, answer)
    room.pending = room.pending.filter((device) => roster(room.groupInfo).includes(device))
    for (const device of room.pending) await this.#propose(room, device)
    return answer
  }

  /** A conversation in which the caller's person takes part. */
  #shared(caller: DeviceId, id: ConversationId): Room {
    const room = this.rooms.get(id)
    if (!room || !this.#partners(room, caller)) throw refuse(404, "conversation-not-found")
    return room
  }

  /** Whether the caller's person takes part, with whatever device. */
  #partners(room: Room, caller: DeviceId): boolean {
    const person = this.devices.ownerOf(caller)
    return roster(room.groupInfo).some((device) => this.devices.ownerOf(device) === person)
  }

  async send(caller: DeviceId, id: ConversationId, body: WireMessage) {
    const room = this.#room(caller, id)
    const known = room.answers.get(body.message)
    if (known) return known
    const message = decodeMlsMessage(fromBase64url(body.message), 0)?.[0]
    if (message?.wireformat !== "mls_private_message") throw refuse(400, "malformed-mls")
    const sha = toBase64url(await sha256(fromBase64url(body.message)))
    if (Number(message.privateMessage.epoch) !== room.epoch) throw this.#stale(room)
    if (room.pending.length > 0) throw this.#stale(room, "commit-required")
    const entry = this.#append(room, caller, "message", body.message, sha, body.priority)
    this.#fanOut(room, entry, new Set())
    const answer = { sequence: entry.sequence, acceptedAt: entry.acceptedAt }
    room.answers.set(body.message, answer)
    return answer
  }

  log(caller: DeviceId, id: ConversationId, after: number, limit: number) {
    const room = this.#room(caller, id)
    const { first, last } = this.#seat(room, caller)
    const visible = room.log.filter(
      ({ sequence }) => sequence > after && sequence >= first && sequence <= last,
    )
    return { entries: visible.slice(0, limit), caughtUp: visible.length <= limit }
  }

  /** What a stream begins with: entries that came in since the device last asked. */
  unacknowledged(device: DeviceId): readonly WireEntry[] {
    return this.conversations(device).flatMap(({ id }) => {
      const after = this.rooms.get(id)?.receipts.get(device)?.deliveredUpTo ?? 0
      return this.log(device, id, after, Infinity).entries
    })
  }

  conversations(caller: DeviceId): WireConversation[] {
    return [...this.rooms.values()]
      .filter((room) => room.seats.get(caller)?.last === Infinity)
      .map((room) => this.view(caller, room.id))
  }

  view(caller: DeviceId, id: ConversationId): WireConversation {
    const room = this.#room(caller, id)
    const present = [...room.seats].filter(([, seat]) => seat.last === Infinity)
    return {
      id,
      kind: room.kind,
      epoch: room.epoch,
      lastSequence: room.log.length,
      createdAt: room.createdAt,
      state: "open",
      members: present.map(([deviceId]) => ({
        deviceId,
        practitionerId: this.devices.ownerOf(deviceId),
      })),
      admins: room.kind === "group" ? [this.devices.ownerOf(room.opener)] : [],
      receipts: [...room.receipts.values()],
      firstSequence: this.#seat(room, caller).first,
    }
  }

  welcomes(caller: DeviceId): readonly WireWelcome[] {
    return this.#welcomes.get(caller) ?? []
  }

  dropWelcome(caller: DeviceId, welcome: string): void {
    this.#welcomes.set(
      caller,
      this.welcomes(caller).filter(({ id }) => id !== welcome),
    )
  }

  receipt(
    caller: DeviceId,
    id: ConversationId,
    moved: { deliveredUpTo?: number; readUpTo?: number },
  ): void {
    const room = this.#room(caller, id)
    const old = room.receipts.get(caller)
    const receipt = {
      practitionerId: this.devices.ownerOf(caller),
      deviceId: caller,
      deliveredUpTo: Math.max(old?.deliveredUpTo ?? 0, moved.deliveredUpTo ?? 0),
      readUpTo: Math.max(old?.readUpTo ?? 0, moved.readUpTo ?? 0),
    }
    room.receipts.set(caller, receipt)
    for (const device of room.seats.keys())
      this.devices.push(device, { type: "receipt", conversationId: id, ...receipt })
  }

  #append(
    room: Room,
    sender: DeviceId,
    kind: WireEntry["kind"],
    payload: string,
    sha: string,
    priority: WireMessage["priority"] = "routine",
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
      sha256: sha,
    }
    room.log.push(entry)
    return entry
  }

  #fanOut(room: Room, entry: WireEntry, except: ReadonlySet<DeviceId>): void {
    for (const [device, { first, last }] of room.seats)
      if (!except.has(device) && entry.sequence >= first && entry.sequence <= last)
        this.devices.push(device, { type: "entry", ...entry })
  }

  #welcome(device: DeviceId, conversationId: ConversationId, sequence: number, welcome: string) {
    const item = { id: newId<never>() as string, conversationId, sequence, welcome }
    this.#welcomes.set(device, [...this.welcomes(device), item])
    this.devices.push(device, { type: "welcome", ...item })
  }

  #room(caller: DeviceId, id: ConversationId): Room {
    const room = this.rooms.get(id)
    if (!room?.seats.has(caller)) throw refuse(404, "conversation-not-found")
    return room
  }

  #seat(room: Room, device: DeviceId) {
    const seat = room.seats.get(device)
    if (!seat) throw refuse(400, "unknown-device")
    return seat
  }

  #stale(room: Room, code = "stale-epoch") {
    const { epoch, log } = room
    return refuse(409, code, { currentEpoch: epoch, lastSequence: log.length })
  }
}

/** The devices in the tree of a GroupInfo, as certified, with their leaves. */
function leaves(groupInfo: Uint8Array): ReadonlyMap<DeviceId, number> {
  const tree = ratchetTreeFromExtension(decodeMessage(groupInfo, "mls_group_info").groupInfo) ?? []
  const found = new Map<DeviceId, number>()
  for (const [index, node] of tree.entries()) {
    if (node?.nodeType !== "leaf" || node.leaf.credential.credentialType !== "x509") continue
    const [certificate = new Uint8Array()] = node.leaf.credential.certificates
    found.set(parseCertificate(certificate).deviceId as DeviceId, index / 2)
  }
  return found
}

function roster(groupInfo: Uint8Array): readonly DeviceId[] {
  return [...leaves(groupInfo).keys()]
}
