import type { WireOpening } from "../api/wire"
import { fromBase64url } from "../encoding/base64url"
import type { ConversationId, DeviceId, PractitionerId } from "../ids"
import type { Devices } from "./fakeDelivery"
import type { FakeKeyPackages } from "./fakeKeyPackages"
import { roster, type Room } from "./fakeRoom"
import { refuse } from "./refusal"

/** How a group that most cannot follow is reported, closed and succeeded: the server's rules in small. */
export class FakeRefounding {
  constructor(
    private readonly rooms: ReadonlyMap<ConversationId, Room>,
    private readonly devices: Devices,
    private readonly keyPackages: FakeKeyPackages,
  ) {}

  /** More than half of the other persons, two at least, close the conversation. */
  report(caller: DeviceId, id: ConversationId, sequence: number) {
    const room = this.#member(caller, id)
    const committer = this.#committer(room, sequence)
    const reporter = this.devices.ownerOf(caller)
    if (committer === reporter) throw notAllowed("own-commit")
    const reporters = room.reports.get(sequence) ?? new Set()
    room.reports.set(sequence, reporters.add(reporter))
    const others = this.#persons(room).filter((person) => person !== committer)
    const needed = Math.max(2, Math.floor(others.length / 2) + 1)
    if (room.state === "open" && reporters.size >= needed) this.#close(room)
    return { reporters: reporters.size, needed, state: room.state }
  }

  order(caller: DeviceId, id: ConversationId) {
    const room = this.#member(caller, id)
    if (room.kind === "group" && !room.admins.includes(this.devices.ownerOf(caller)))
      throw notAllowed("not-an-admin")
    if (room.state === "open") this.#close(room)
    return { state: room.state, succeededBy: room.succeededBy }
  }

  /** The conversation that an opening would succeed, if it is the first to. */
  begin(caller: DeviceId, { succeeds, kind, leaveOut }: WireOpening): Room | undefined {
    if (succeeds === undefined) return undefined
    const old = this.#member(caller, succeeds)
    if (old.state === "succeeded")
      throw refuse(409, "conversation-closed", { successor: old.succeededBy })
    if (old.state === "open" || old.kind !== kind) throw notAllowed("not-a-successor")
    if (leaveOut === undefined) return old
    const blamed = [...old.reports.keys()].map((sequence) => this.#committer(old, sequence))
    if (!blamed.includes(leaveOut)) throw notAllowed("persons-missing", [leaveOut])
    if (!old.admins.includes(this.devices.ownerOf(caller))) throw notAllowed("not-an-admin")
    return old
  }

  /** Nobody else, and everybody who can be invited. */
  check(old: Room, room: Room, { commit, leaveOut }: WireOpening): void {
    const after = roster(fromBase64url(commit?.groupInfo ?? ""))
    const came = new Set(after.map((device) => this.devices.ownerOf(device)))
    const expected = this.#persons(old).filter((person) => person !== leaveOut)
    const foreign = [...came].filter((person) => !expected.includes(person))
    if (foreign.length > 0) throw notAllowed("persons-foreign", foreign)
    const absent = expected.filter((person) => !came.has(person))
    const missing = absent.filter((person) =>
      this.devices.devicesOf(person).some((device) => this.keyPackages.level(device).lastResort),
    )
    if (missing.length > 0) throw notAllowed("persons-missing", missing)
    room.places = absent
  }

  link(old: Room, room: Room, { leaveOut }: WireOpening): void {
    room.admins = old.admins.filter((person) => person !== leaveOut)
    old.state = "succeeded"
    old.succeededBy = room.id
    this.#tell(old)
  }

  #close(room: Room): void {
    room.state = "refounding"
    this.#tell(room)
  }

  #tell({ id, seats }: Room): void {
    for (const device of seats.keys())
      this.devices.push(device, { type: "conversation", conversationId: id })
  }

  #persons({ groupInfo, places }: Room): readonly PractitionerId[] {
    const present = roster(groupInfo).map((device) => this.devices.ownerOf(device))
    return [...new Set([...present, ...places])]
  }

  #committer(room: Room, sequence: number): PractitionerId {
    const entry = room.log[sequence - 1]
    if (entry?.kind !== "commit") throw notAllowed("not-a-commit")
    return this.devices.ownerOf(entry.senderDeviceId)
  }

  #member(caller: DeviceId, id: ConversationId): Room {
    const room = this.rooms.get(id)
    if (room?.seats.get(caller)?.last !== Infinity) throw refuse(404, "conversation-not-found")
    return room
  }
}

function notAllowed(rule: string, persons?: readonly PractitionerId[]) {
  return refuse(422, "not-allowed-in-conversation", { rule, ...(persons && { persons }) })
}
