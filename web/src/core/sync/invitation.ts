import type { WireClaimedDevice } from "../api/wire"
import { CoreError } from "../coreError"
import { fromBase64url } from "../encoding/base64url"
import type { PractitionerId } from "../ids"
import { MlsFailure } from "../mls/failure"
import { keyPackageOwner } from "../mls/keyPackage"
import type { DeviceIdentity } from "../mls/trust"
import type { Practitioner } from "../people"
import { put } from "../store/store"
import type { StoredMember } from "../store/tables"
import type { SyncContext } from "./context"
import type { Admission } from "./deviceLog"

export type Invited = { readonly member: StoredMember; readonly keyPackage: Uint8Array }

/** The server takes so many people at once. */
const PORTION = 100

/** Between claims for somebody whose device has no key packages yet: a few seconds in all. */
const WAITS_MS = [500, 1_000, 2_000, 4_000]

/**
 * Claims a key package of every device of these people (and of our own other devices). Each is
 * checked: certified, of the device the server says, of the person the directory says, and its key in
 * the public log. A device whose package is not sound is left out. A person all of whose devices have
 * no package is claimed from again for a while, since a new device is certified just before it uploads
 * its own; a person without any sound device is `unreachable`. A person with a key that is not proven is
 * refused (see `unprovenFault`), or left out where only who can come is wanted, since the server takes
 * all devices of a person or none. Our own other devices keep nobody out: they are left behind then,
 * all of them, and enter by themselves.
 */
export async function invite(
  context: SyncContext,
  practitioners: readonly PractitionerId[],
  wanted: "all" | "possible" = "all",
): Promise<readonly Invited[]> {
  const others = [...new Set(practitioners)].filter((person) => person !== context.self)
  let { sound, preparing } = await claimFrom(context, [...others, context.self])
  const missing = () =>
    others.filter((person) => !sound.some(({ member }) => member.practitionerId === person))
  for (const wait of WAITS_MS) {
    const soon = missing()
    if (soon.length === 0 || !soon.every((person) => preparing.has(person))) break
    await context.sleep(wait)
    const again = await claimFrom(context, soon)
    sound = [...sound, ...again.sound]
    preparing = again.preparing
  }
  if (wanted === "all" && missing().length > 0) throw new CoreError("unreachable")
  const unproven = await lookUp(context, sound, wanted)
  const fault = await unprovenFault(context, unproven)
  if (wanted === "all" && fault) throw fault
  return sound.filter(({ member }) => !unproven.has(member.practitionerId))
}

/** A key package that is what it claims to be; whether its key is logged is another question. */
type Sound = Invited & { readonly identity: DeviceIdentity }

type Claimed = {
  readonly sound: readonly Sound[]
  /** People with a device that has nothing to be invited by. */
  readonly preparing: ReadonlySet<PractitionerId>
}

async function claimFrom(
  context: SyncContext,
  wanted: readonly PractitionerId[],
): Promise<Claimed> {
  const sound: Sound[] = []
  const preparing = new Set<PractitionerId>()
  for (const device of await claimInPortions(context, wanted)) {
    const { deviceId, practitionerId } = device
    if (deviceId === context.device.id || !wanted.includes(practitionerId)) continue
    if (device.status === "exhausted") preparing.add(practitionerId)
    if (!device.keyPackage) continue
    const keyPackage = fromBase64url(device.keyPackage)
    try {
      const identity = await keyPackageOwner(context.device, keyPackage, context.now())
      const { nationalId } = await personOf(context, practitionerId)
      if (identity.deviceId !== deviceId || identity.nationalId !== nationalId) continue
      sound.push({ member: { deviceId, practitionerId, nationalId }, keyPackage, identity })
    } catch (error) {
      if (!(error instanceof MlsFailure)) throw error
    }
  }
  return { sound, preparing }
}

/** The people with a key that the public log does not prove, and the worst it says of theirs. */
async function lookUp(
  context: SyncContext,
  sound: readonly Sound[],
  wanted: "all" | "possible",
): Promise<ReadonlyMap<PractitionerId, Unproven>> {
  const candidates = sound.map(({ identity, member: { practitionerId: person } }) => ({
    identity,
    person,
    optional: person === context.self,
  }))
  const admissions = await context.deviceLog.look(candidates, wanted === "all")
  const unproven = new Map<PractitionerId, Unproven>()
  for (const { member } of sound) {
    const admission = admissions.get(member.deviceId) ?? "silent"
    const before = unproven.get(member.practitionerId)
    if (admission === "logged" || (before && WORST.indexOf(before) < WORST.indexOf(admission)))
      continue
    unproven.set(member.practitionerId, admission)
  }
  return unproven
}

type Unproven = Exclude<Admission, "logged">

const WORST: readonly Unproven[] = ["refused", "waiting", "silent"]

const FAULTS = { refused: "log-refused", waiting: "unlogged", silent: "log-silent" } as const

/** Says the worst, and of whom; nothing when only our own devices are unproven. */
async function unprovenFault(
  context: SyncContext,
  unproven: ReadonlyMap<PractitionerId, Unproven>,
): Promise<CoreError | undefined> {
  const others = [...unproven].filter(([person]) => person !== context.self)
  for (const worst of WORST) {
    const ids = others.filter(([, one]) => one === worst).map(([person]) => person)
    if (ids.length === 0) continue
    const people = await Promise.all(ids.map((id) => personOf(context, id)))
    return new CoreError(FAULTS[worst], { people })
  }
  return undefined
}

async function claimInPortions({ conversations }: SyncContext, wanted: readonly PractitionerId[]) {
  const devices: WireClaimedDevice[] = []
  for (let from = 0; from < wanted.length; from += PORTION)
    devices.push(...(await conversations.claim(wanted.slice(from, from + PORTION))))
  return devices
}

async function personOf(context: SyncContext, id: PractitionerId): Promise<Practitioner> {
  const known = await context.store.read("person", id)
  if (known) return known
  const person = await context.directory.practitioner(id)
  await context.store.write([put("person", id, person)])
  return person
}
