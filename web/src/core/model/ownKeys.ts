import type { WireDevice } from "../api/wire"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { sha256 } from "../encoding/bytes"
import type { DeviceId } from "../ids"
import type { BindingEntry } from "../log/bindings"
import type { OwnKeys } from "../people"

/** An enrolment's entry is in the log long before. */
const GRACE_MS = 300_000

/**
 * Holds what the directory says of the person's devices against what the public log says: neither may
 * know a living device, or a key, that the other does not.
 */
export async function compareOwnKeys(
  directory: readonly WireDevice[],
  log: readonly BindingEntry[],
  now: Date,
): Promise<OwnKeys> {
  const shown = new Set<string>(directory.map(({ id }) => id))
  const revoked = new Set(log.filter((e) => e.event === "revoked").map((e) => e.deviceId))
  const bound = log.filter((entry) => entry.event !== "revoked")
  const hidden = new Map<string, string>()
  for (const { deviceId, time } of bound)
    if (!shown.has(deviceId) && !revoked.has(deviceId)) hidden.set(deviceId, time)
  const unlogged: DeviceId[] = []
  for (const device of directory) {
    if (device.status !== "active" || isFresh(device, now)) continue
    const key = toBase64url(await sha256(fromBase64url(device.signatureKey)))
    const own = bound.filter(({ deviceId }) => deviceId === device.id)
    if (own.length === 0 || own.some(({ keySha256 }) => keySha256 !== key)) unlogged.push(device.id)
  }
  return { hidden: [...hidden].map(([id, at]) => ({ id: id as DeviceId, at })), unlogged }
}

function isFresh({ enrolledAt }: WireDevice, now: Date): boolean {
  return now.getTime() - new Date(enrolledAt).getTime() < GRACE_MS
}
