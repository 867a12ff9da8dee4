import { CoreError } from "../coreError"
import { fromBase64url } from "../encoding/base64url"
import type { PractitionerId } from "../ids"
import { MlsFailure } from "../mls/failure"
import { keyPackageOwner } from "../mls/keyPackage"
import { put } from "../store/store"
import type { StoredMember } from "../store/tables"
import type { SyncContext } from "./context"

export type Invited = { readonly member: StoredMember; readonly keyPackage: Uint8Array }

/**
 * Claims a key package of every device of these people (and of our own other devices). Each is
 * checked: certified, of the device the server says, of the person the directory says. A device
 * whose package is not sound is left out; a person without any sound device is `unreachable`.
 */
export async function invite(
  context: SyncContext,
  practitioners: readonly PractitionerId[],
): Promise<readonly Invited[]> {
  const wanted = [...new Set([...practitioners, context.self])]
  const claimed = await context.conversations.claim(wanted)
  const invited: Invited[] = []
  for (const device of claimed) {
    if (!device.keyPackage || device.deviceId === context.device.id) continue
    if (!wanted.includes(device.practitionerId)) continue
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
  for (const person of practitioners)
    if (person !== context.self && !invited.some(({ member }) => member.practitionerId === person))
      throw new CoreError("unreachable")
  return invited
}

async function nationalIdOf(context: SyncContext, id: PractitionerId): Promise<string> {
  const known = await context.store.read("person", id)
  if (known) return known.nationalId
  const person = await context.directory.practitioner(id)
  await context.store.write([put("person", id, person)])
  return person.nationalId
}
