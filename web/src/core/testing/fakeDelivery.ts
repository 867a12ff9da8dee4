import { decodeMlsMessage } from "ts-mls"
import type {
  ServerFrame,
  WireBundle,
  WireClaimedDevice,
  WireConversation,
  WireEntry,
  WireMessage,
  WireReceipt,
  WireWelcome,
} from "../api/wire"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { sha256 } from "../encoding/bytes"
import { newId, type ConversationId, type DeviceId, type PractitionerId } from "../ids"
import { refuse } from "./refusal"

type Room = {
  readonly id: ConversationId
  readonly kind: "direct" | "group"
  readonly createdAt: string
  epoch: number
  readonly log: WireEntry[]
  readonly answers: Map<string, unknown>
  /** First and last sequence each device may see. */
  readonly seats: Map<DeviceId, { first: number; last: number }>
  readonly receipts: Map<DeviceId, WireReceipt>
}

/** Whom a device belongs to, and how to reach it while connected. */
export type Devices = {
  ownerOf(device: DeviceId): PractitionerId
  devicesOf(practitioner: PractitionerId): readonly DeviceId[]
  push(device: DeviceId, frame: ServerFrame): void
}

/** The conversation-service's protocol in memory: epoch compare-and-swap and one sequence per conversation. */
export class FakeDelivery {
  readonly rooms = new Map<ConversationId, Room>()
  readonly #pool = new Map<DeviceId, string[]>()
  readonly #lastResort = new Map<DeviceId, string>()
  readonly #welcomes = new Map<DeviceId, WireWelcome[]>()

  constructor(private readonly devices: Devices) {}

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
      .map((device) => {
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
    body: { id: ConversationId; kind: "direct" | "group"; commit?: WireBundle },
  ): Promise<WireConversation> {
    if (this.rooms.has(body.id)) throw refuse(409, "conversation-exists")
    const room: Room = {
      id: body.id,
      kind: body.kind,
      createdAt: new Date().toISOString(),
      epoch: 0,
      log: [],
      answers: new Map(),
      seats: new Map([[caller, { first: 1, last: Infinity }]]),
      receipts: new Map(),
    }
    this.rooms.set(body.id, room)
    if (body.commit) await this.commit(caller, body.id, body.commit)
    return this.view(caller, body.id)
  }

  async commit(caller: DeviceId, id: ConversationId, bundle: WireBundle) {
    const room = this.#room(caller, id)
    const known = room.answers.get(bundle.commit)
    if (known) return known
    const message = decodeMlsMessage(fromBase64url(bundle.commit), 0)?.[0]
    if (message?.wireformat !== "mls_public_message") throw refuse(400, "malformed-mls")
    const sha = toBase64url(await sha256(fromBase64url(bundle.commit)))
    if (Number(message.publicMessage.content.epoch) !== room.epoch) throw this.#stale(room)
    room.epoch += 1
    const entry = this.#append(room, caller, "commit", bundle.commit, sha)
    for (const device of bundle.removed) this.#seat(room, device).last = entry.sequence
    for (const device of bundle.added) {
      room.seats.set(device, { first: entry.sequence, last: Infinity })
      if (bundle.welcome) this.#welcome(device, id, entry.sequence, bundle.welcome)
    }
    this.#fanOut(room, entry, new Set(bundle.added))
    const answer = { epoch: room.epoch, sequence: entry.sequence }
    room.answers.set(bundle.commit, answer)
    return answer
  }

  async send(caller: DeviceId, id: ConversationId, body: WireMessage) {
    const room = this.#room(caller, id)
    const known = room.answers.get(body.message)
    if (known) return known
    const message = decodeMlsMessage(fromBase64url(body.message), 0)?.[0]
    if (message?.wireformat !== "mls_private_message") throw refuse(400, "malformed-mls")
    const sha = toBase64url(await sha256(fromBase64url(body.message)))
    if (Number(message.privateMessage.epoch) !== room.epoch) throw this.#stale(room)
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
      members: present.map(([deviceId]) => ({
        deviceId,
        practitionerId: this.devices.ownerOf(deviceId),
      })),
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

  #stale(room: Room) {
    const { epoch, log } = room
    return refuse(409, "stale-epoch", { currentEpoch: epoch, lastSequence: log.length })
  }
}
