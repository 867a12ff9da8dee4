import { acceptAll, emptyPskIndex, joinGroup, processMessage } from "ts-mls"
import { hex } from "../encoding/bytes"
import { configFor, type MlsDevice } from "./device"
import { guarded, MlsFailure } from "./failure"
import { memberAt, members, type Group, type GroupMember } from "./group"
import { decodeKeyPackage, type OwnKeyPackage } from "./keyPackage"
import { decodeMessage } from "./message"
import { KEY_HANDLE } from "./suite"
import type { DeviceIdentity } from "./trust"

/** A decrypted application message. The sender is proven by signature, not told by the server. */
export type ReceivedMessage = {
  readonly sender: DeviceIdentity
  readonly plaintext: Uint8Array
  /** Authenticated but readable by the server. */
  readonly aad: Uint8Array
  readonly next: Group
}

export type ReceivedCommit = {
  readonly sender: DeviceIdentity
  readonly added: readonly GroupMember[]
  readonly removed: readonly GroupMember[]
  /** We may have been removed: see `isMember`. */
  readonly next: Group
}

/** The refs of the key packages a Welcome was made for. */
export function welcomeRefs(welcome: Uint8Array): readonly string[] {
  return decodeMessage(welcome, "mls_welcome").welcome.secrets.map((s) => hex(s.newMember))
}

/** Joins by a Welcome (with its tree inside) and one of our key packages. All leaves are verified. */
export async function join(
  device: MlsDevice,
  welcome: Uint8Array,
  own: OwnKeyPackage,
): Promise<Group> {
  return guarded(async () => {
    const state = await joinGroup(
      decodeMessage(welcome, "mls_welcome").welcome,
      decodeKeyPackage(own.message),
      {
        initPrivateKey: own.initPrivateKey,
        hpkePrivateKey: own.hpkePrivateKey,
        signaturePrivateKey: KEY_HANDLE,
      },
      emptyPskIndex,
      device.suite,
      undefined,
      undefined,
      configFor(device, "ever"),
    )
    return { state }
  })
}

export async function receiveMessage(
  device: MlsDevice,
  group: Group,
  bytes: Uint8Array,
): Promise<ReceivedMessage> {
  return guarded(async () => {
    const message = decodeMessage(bytes, "mls_private_message")
    const before = { ...group.state, clientConfig: configFor(device, "ever") }
    const result = await processMessage(
      message,
      before,
      emptyPskIndex,
      () => "reject",
      device.suite,
    )
    if (result.kind !== "applicationMessage") throw new MlsFailure("invalid")
    // A message of a former epoch was signed by a leaf of that epoch's tree.
    const past = group.state.historicalReceiverData.get(message.privateMessage.epoch)
    const of = past ? { state: { ...group.state, ratchetTree: past.ratchetTree } } : group
    return {
      sender: await memberAt(device, of, result.senderLeafIndex),
      plaintext: result.message,
      aad: result.aad,
      next: { state: result.newState },
    }
  })
}

/** `at`: when the server accepted the commit; credentials it brings must have been valid then. */
export async function receiveCommit(
  device: MlsDevice,
  group: Group,
  bytes: Uint8Array,
  at: Date,
): Promise<ReceivedCommit> {
  return guarded(async () => {
    const message = decodeMessage(bytes, "mls_public_message")
    const content = message.publicMessage.content
    if (content.contentType !== "commit" || content.sender.senderType !== "member")
      throw new MlsFailure("invalid")
    const state = { ...group.state, clientConfig: configFor(device, at) }
    const result = await processMessage(message, state, emptyPskIndex, acceptAll, device.suite)
    const next = { state: result.newState }
    const sender = await memberAt(device, group, content.sender.leafIndex)
    return { sender, next, ...(await rosterChange(device, group, next)) }
  })
}

/** Who came and who went between two epochs. */
export async function rosterChange(
  device: MlsDevice,
  before: Group,
  after: Group,
): Promise<{ added: readonly GroupMember[]; removed: readonly GroupMember[] }> {
  const old = await members(device, before)
  const now = await members(device, after)
  const without = (list: readonly GroupMember[], other: readonly GroupMember[]) =>
    list.filter((a) => !other.some((b) => b.deviceId === a.deviceId))
  return { added: without(now, old), removed: without(old, now) }
}
