import type { ServerFrame } from "../api/wire"
import type { ConversationId, DeviceId } from "../ids"
import type { Devices } from "./fakeDelivery"
import type { Room } from "./fakeRoom"
import { refuse } from "./refusal"

/** Devices that were away for months: they read nothing of a conversation before they have re-joined. */
export class FakeDormancy {
  constructor(
    private readonly rooms: ReadonlyMap<ConversationId, Room>,
    private readonly devices: Devices,
  ) {}

  declare(device: DeviceId, conversationId: ConversationId): void {
    const since = new Date().toISOString()
    this.rooms.get(conversationId)?.dormant.set(device, since)
    this.devices.push(device, { type: "resync-required", conversationId, since })
  }

  check({ dormant }: Room, device: DeviceId): void {
    const since = dormant.get(device)
    if (since !== undefined) throw refuse(410, "resync-required", { since })
  }

  /** What a connecting device is told of the conversations whose log it cannot go on with. */
  frames(device: DeviceId): readonly ServerFrame[] {
    return [...this.rooms.values()].flatMap(({ id, dormant }): readonly ServerFrame[] => {
      const since = dormant.get(device)
      return since === undefined ? [] : [{ type: "resync-required", conversationId: id, since }]
    })
  }
}
