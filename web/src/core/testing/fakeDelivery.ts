import { decodeMlsMessage } from "ts-mls"
import type {
  ServerFrame,
  WireBundle,
  WireConversation,
  WireEntry,
  WireGroupInfo,
  WireJoinable,
  WireMessage,
  WireOpening,
} from "../api/wire"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { sha256 } from "../encoding/bytes"
import { type ConversationId, type DeviceId, type PractitionerId } from "../ids"
import { Serial } from "../sync/serial"
import type { DeliverySigner } from "./deliverySigner"
import { FakeDormancy } from "./fakeDormancy"
import { FakeKeyPackages } from "./fakeKeyPackages"
import { FakeRefounding } from "./fakeRefounding"
import {
  append,
  change,
  checkEpoch,
  checkOpen,
  leaves,
  newRoom,
  roster,
  seatOf,
  stale,
} from "./fakeRoom"
import type { Room } from "./fakeRoom"
import { FakeWelcomes } from "./fakeWelcomes"
import { refuse } from "./refusal"

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
  readonly #serial = new Serial()

  readonly keyPackages: FakeKeyPackages
  readonly welcomes: FakeWelcomes
  readonly refounding: FakeRefounding
  readonly dormancy: FakeDormancy

  /** Tests steer: so many requests to join are put off. */
  joinsToPutOff = 0
  /** Tests steer: how many devices a conversation takes. */
  mostDevices = 256

  constructor(
    private readonly devices: Devices,
    private readonly signer: DeliverySigner,
  ) {
    this.keyPackages = new FakeKeyPackages(devices)
    this.welcomes = new FakeWelcomes(devices)
    this.dormancy = new FakeDormancy(this.rooms, devices)
    this.refounding = new FakeRefounding(this.rooms, devices, this.keyPackages)
  }

  deliveryKey() {
    return { externalSenders: toBase64url(this.signer.senders) }
  }

  async create(caller: DeviceId, body: WireOpening): Promise<WireConversation> {
    const { succeeds } = body
    return succeeds === undefined
      ? this.#open(caller, body)
      : this.#serial.run(succeeds, () => this.#open(caller, body))
  }

  async #open(caller: DeviceId, body: WireOpening): Promise<WireConversation> {
    const known = this.rooms.get(body.id)
    if (known) {
      if (body.commit && known.answers.has(body.commit.commit)) return this.view(caller, body.id)
      throw refuse(409, "conversation-exists")
    }
    const old = this.refounding.begin(caller, body)
    const room = newRoom(caller, old?.admins ?? [this.devices.ownerOf(caller)], body)
    this.rooms.set(body.id, room)
    try {
      if (old && body.commit) this.refounding.check(old, room, body)
      if (body.commit) await this.commit(caller, body.id, body.commit)
    } catch (error) {
      this.rooms.delete(body.id)
      throw error
    }
    if (old) this.refounding.link(old, room, body)
    return this.view(caller, body.id)
  }

  commit(caller: DeviceId, id: ConversationId, bundle: WireBundle): Promise<unknown> {
    return this.#serial.run(id, async () => {
      const room = this.#room(caller, id)
      const known = room.answers.get(bundle.commit)
      if (known) return known
      checkOpen(room)
      checkEpoch(room, bundle, "member")
      const { joined, left } = change(room, bundle)
      if (room.pending.some((device) => !left.includes(device)))
        throw refuse(422, "not-allowed-in-conversation", { rule: "removal-pending" })
      const after = roster(fromBase64url(bundle.groupInfo))
      if (after.length > this.mostDevices)
        throw refuse(422, "not-allowed-in-conversation", { rule: "too-many-devices" })
      this.keyPackages.checkComplete(joined, after, room.epoch === 0 ? this.mostDevices : undefined)
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
      checkOpen(room)
      checkEpoch(room, bundle, "new_member_commit")
      const { joined, left } = change(room, bundle)
      if (left.length > 0 || joined.some((device) => device !== caller))
        throw refuse(422, "not-allowed-in-conversation", { rule: "own-device-only" })
      if (!room.seats.has(caller))
        room.seats.set(caller, { first: room.log.length + 1, last: Infinity })
      room.dormant.delete(caller)
      return this.#accept(room, caller, bundle)
    })
  }

  groupInfo(caller: DeviceId, id: ConversationId): WireGroupInfo {
    const room = this.#shared(caller, id)
    return { epoch: room.epoch, groupInfo: toBase64url(room.groupInfo) }
  }

  joinable(caller: DeviceId): readonly WireJoinable[] {
    return [...this.rooms.values()]
      .filter((room) => room.state === "open" && this.#partners(room, caller))
      .filter((room) => !roster(room.groupInfo).includes(caller))
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
    const entry = append(room, NOBODY, "proposal", toBase64url(bytes), sha)
    this.#fanOut(room, entry, new Set())
  }

  async #accept(room: Room, caller: DeviceId, bundle: WireBundle) {
    const { joined, left } = change(room, bundle)
    const sha = toBase64url(await sha256(fromBase64url(bundle.commit)))
    room.epoch += 1
    room.groupInfo = fromBase64url(bundle.groupInfo)
    const entry = append(room, caller, "commit", bundle.commit, sha)
    for (const device of left) seatOf(room, device).last = entry.sequence
    const invited = joined.filter((device) => device !== caller)
    for (const device of invited) {
      room.seats.set(device, { first: entry.sequence, last: Infinity })
      if (bundle.welcome) this.welcomes.post(device, room.id, entry.sequence, bundle.welcome)
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
    if (room.places.includes(person)) return true
    return roster(room.groupInfo).some((device) => this.devices.ownerOf(device) === person)
  }

  async send(caller: DeviceId, id: ConversationId, body: WireMessage) {
    const room = this.#room(caller, id)
    const known = room.answers.get(body.message)
    if (known) return known
    const message = decodeMlsMessage(fromBase64url(body.message), 0)?.[0]
    if (message?.wireformat !== "mls_private_message") throw refuse(400, "malformed-mls")
    const sha = toBase64url(await sha256(fromBase64url(body.message)))
    checkOpen(room)
    if (Number(message.privateMessage.epoch) !== room.epoch) throw stale(room)
    if (room.pending.length > 0) throw stale(room, "commit-required")
    const entry = append(room, caller, "message", body.message, sha, body.priority)
    this.#fanOut(room, entry, new Set())
    const answer = { sequence: entry.sequence, acceptedAt: entry.acceptedAt }
    room.answers.set(body.message, answer)
    return answer
  }

  log(caller: DeviceId, id: ConversationId, after: number, limit: number) {
    const room = this.#room(caller, id)
    this.dormancy.check(room, caller)
    const { first, last } = seatOf(room, caller)
    const visible = room.log.filter(
      ({ sequence }) => sequence > after && sequence >= first && sequence <= last,
    )
    return { entries: visible.slice(0, limit), caughtUp: visible.length <= limit }
  }

  /** What a stream begins with: entries that came in since the device last asked. */
  unacknowledged(device: DeviceId): readonly WireEntry[] {
    return this.conversations(device).flatMap(({ id }) => {
      if (this.rooms.get(id)?.dormant.has(device)) return []
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
      state: room.state,
      ...(room.succeeds && { succeeds: room.succeeds }),
      ...(room.succeededBy && { succeededBy: room.succeededBy }),
      members: present.map(([deviceId]) => ({
        deviceId,
        practitionerId: this.devices.ownerOf(deviceId),
      })),
      admins: room.admins,
      receipts: [...room.receipts.values()],
      firstSequence: seatOf(room, caller).first,
    }
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

  #fanOut(room: Room, entry: WireEntry, except: ReadonlySet<DeviceId>): void {
    for (const [device, { first, last }] of room.seats)
      if (!except.has(device) && entry.sequence >= first && entry.sequence <= last)
        this.devices.push(device, { type: "entry", ...entry })
  }

  #room(caller: DeviceId, id: ConversationId): Room {
    const room = this.rooms.get(id)
    if (!room?.seats.has(caller)) throw refuse(404, "conversation-not-found")
    return room
  }
}
