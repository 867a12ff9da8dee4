import type { WireClaimedDevice } from "../api/wire"
import { CoreError } from "../coreError"
import { fromBase64url } from "../encoding/base64url"
import type { PractitionerId } from "../ids"
import { MlsFailure } from "../mls/failure"
import { keyPackageOwner } from "../mls/keyPackage"
import { put } from "../store/store"
import type { StoredMember } from "../store/tables"
import type { SyncContext } from "./context"

export type Invited = { readonly member: StoredMember; readonly keyPackage: Uint8Array }

/** The server takes so many people at once. */
const PORTION = 100

/** Between claims for somebody whose device has no key packages yet: a few seconds in all. */
const WAITS_MS = [500, 1_000, 2_000, 4_000]

/**
 * Claims a key package of every device of these people (and of our own other devices). Each is
 * checked: certified, of the device the server says, of the person the directory says. A device
 * whose package is not sound is left out. A person all of whose devices have none is claimed from
 * again for a while, since a new device is certified just before it uploads its own; a person
 * without any sound device is `unreachable`, or left out where only who can come is wanted.
 */
export async function invite(
  context: SyncContext,
  practitioners: readonly PractitionerId[],
  wanted: "all" | "possible" = "all",
): Promise<readonly Invited[]> {
  const others = [...new Set(practitioners)].filter((person) => person !== context.self)
  let { invited, preparing } = await claimFrom(context, [...others, context.self])
  const missing = () =>
    others.filter((person) => !invited.some(({ member }) => member.practitionerId === person))
  for (const wait of WAITS_MS) {
    const soon = missing()
    if (soon.length === 0 || !soon.every((person) => preparing.has(person))) break
    await context.sleep(wait)
    const again = await claimFrom(context, soon)
    invited = [...invited, ...again.invited]
    preparing = again.preparing
  }
  if (wanted === "all" && missing().length > 0) throw new CoreError("unreachable")
  return invited
}

type Claimed = {
  readonly invited: readonly Invited[]
  /** People with a device that has nothing to be invited by. */
  readonly preparing: ReadonlySet<PractitionerId>
}

async function claimFrom(
  context: SyncContext,
  wanted: readonly PractitionerId[],
): Promise<Claimed> {
  const invited: Invited[] = []
  const preparing = new Set<PractitionerId>()
  for (const device of await claimInPortions(context, wanted)) {
    if (device.deviceId === context.device.id) continue
    if (!wanted.includes(device.practitionerId)) continue
    if (device.status === "exhausted") preparing.add(device.practitionerId)
    if (!device.keyPackage) continue
    const keyPackage = fromBase64url(device.keyPackage)
    try {
      const owner = await keyPackageOwner(context.device, keyPackage, context.now())
      const nationalId = await nationalIdOf(context, device.practitionerId)
      if (owner.deviceId !== device.deviceId || owner.nationalId !== nationalId) continue
      const { deviceId, practitionerId } = device
      invited.push({ member: { deviceId, practitionerId, nationalId }, keyPackage })
    } catch (error) {
      if (!(error instanceof MlsFailure)) throw error
    }
  }
  return { invited, preparing }
}

async function claimInPortions({ conversations }: SyncContext, wanted: readonly PractitionerId[]) {
  const devices: WireClaimedDevice[] = []
  for (let from = 0; from < wanted.length; from += PORTION)
    devices.push(...(await conversations.claim(wanted.slice(from, from + PORTION))))
  return devices
}

async function nationalIdOf(context: SyncContext, id: PractitionerId): Promise<string> {
  const known = await context.store.read("person", id)
  if (known) return known.nationalId
  const person = await context.directory.practitioner(id)
  await context.store.write([put("person", id, person)])
  return person.nationalId
}
