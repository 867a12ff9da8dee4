import type { WireWelcome } from "../api/wire"
import { newId, type ConversationId, type DeviceId } from "../ids"
import type { Devices } from "./fakeDelivery"

/** Welcomes of the conversation-service in memory: each waits until its device drops it. */
export class FakeWelcomes {
  readonly #waiting = new Map<DeviceId, WireWelcome[]>()

  constructor(private readonly devices: Devices) {}

  of(device: DeviceId): readonly WireWelcome[] {
    return this.#waiting.get(device) ?? []
  }

  post(device: DeviceId, conversationId: ConversationId, sequence: number, welcome: string): void {
    const item = { id: newId<never>() as string, conversationId, sequence, welcome }
    this.#waiting.set(device, [...this.of(device), item])
    this.devices.push(device, { type: "welcome", ...item })
  }

  drop(device: DeviceId, welcome: string): void {
    const rest = this.of(device).filter(({ id }) => id !== welcome)
    this.#waiting.set(device, rest)
  }
}
