import type { WireClaimedDevice } from "../api/wire"
import type { DeviceId, PractitionerId } from "../ids"
import type { Devices } from "./fakeDelivery"
import { refuse } from "./refusal"

/** The pools of the conversation-service in memory: a package goes once, the last resort ever again. */
export class FakeKeyPackages {
  readonly #pool = new Map<DeviceId, string[]>()
  readonly #lastResort = new Map<DeviceId, string>()

  /** Tests steer: the next claims leave these devices out. */
  readonly hiddenFromClaims = new Set<DeviceId>()
  /** Devices that have uploaded nothing yet when they are claimed from the next time. */
  readonly notReadyYet = new Set<DeviceId>()

  constructor(private readonly devices: Devices) {}

  publish(device: DeviceId, keyPackages: readonly string[], lastResort?: string) {
    this.#pool.set(device, [...(this.#pool.get(device) ?? []), ...keyPackages])
    if (lastResort) this.#lastResort.set(device, lastResort)
    return { available: this.#pool.get(device)?.length ?? 0 }
  }

  level(device: DeviceId) {
    return {
      available: this.#pool.get(device)?.length ?? 0,
      lastResort: this.#lastResort.has(device),
    }
  }

  /** Nothing left, and nothing comes: the device can only join by itself. */
  empty(device: DeviceId): void {
    this.#pool.delete(device)
    this.#lastResort.delete(device)
  }

  /** Whoever brings a person brings all devices of that person that can be invited, unless they do not fit. */
  checkComplete(joined: readonly DeviceId[], after: readonly DeviceId[], most = Infinity): void {
    const people = new Set(joined.map((device) => this.devices.ownerOf(device)))
    const devices = [...people]
      .flatMap((person) => this.devices.devicesOf(person))
      .filter((device) => this.#lastResort.has(device) && !after.includes(device))
    if (devices.length > 0 && after.length + devices.length <= most)
      throw refuse(422, "not-allowed-in-conversation", { rule: "devices-missing", devices })
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
}
