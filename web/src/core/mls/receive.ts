import { acceptAll, emptyPskIndex, joinGroup, processMessage, type Commit } from "ts-mls"
import { hex, sameBytes } from "../encoding/bytes"
import { configFor, identify, type MlsDevice } from "./device"
import { externalSenders, sameSenders } from "./externalSenders"
import { readMissedAfter } from "./externalJoin"
import { guarded, MlsFailure } from "./failure"
import { heldRemovals, memberAt, members, type Group, type GroupMember } from "./group"
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
  /** Present when the sender came in by an external commit: `again` when it replaced its own leaf. */
  readonly external?: { readonly again: boolean; readonly missedAfter?: number }
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

/**
 * Takes in a removal that the server proposed: signed by the group's external sender, for this group
 * and this epoch (the signature covers neither), of a leaf that is there and not proposed already.
 */
export async function receiveProposal(
  device: MlsDevice,
  group: Group,
  bytes: Uint8Array,
): Promise<Group> {
  return guarded(async () => {
    const message = decodeMessage(bytes, "mls_public_message")
    const { content } = message.publicMessage
    const { groupId, epoch } = group.state.groupContext
    if (content.contentType !== "proposal" || content.sender.senderType !== "external")
      throw new MlsFailure("invalid")
    if (content.epoch !== epoch || !sameBytes(content.groupId, groupId))
      throw new MlsFailure("invalid")
    if (content.proposal.proposalType !== "remove") throw new MlsFailure("invalid")
    const { removed } = content.proposal.remove
    await memberAt(device, group, removed)
    if (heldRemovals(group).includes(removed)) throw new MlsFailure("invalid")
    const state = { ...group.state, clientConfig: configFor(device, "ever") }
    const result = await processMessage(message, state, emptyPskIndex, acceptAll, device.suite)
    return { state: result.newState }
  })
}

/** The epoch a commit was made in, as it says in clear. */
export function commitEpoch(bytes: Uint8Array): number | undefined {
  try {
    return Number(decodeMessage(bytes, "mls_public_message").publicMessage.content.epoch)
  } catch {
    return undefined
  }
}

/**
 * `at`: when the server accepted the commit; credentials it brings must have been valid then. `places`:
 * national ids of persons who may come in by themselves although nobody of theirs is there.
 */
export async function receiveCommit(
  device: MlsDevice,
  group: Group,
  bytes: Uint8Array,
  at: Date,
  places: ReadonlySet<string> = new Set(),
): Promise<ReceivedCommit> {
  return guarded(async () => {
    const message = decodeMessage(bytes, "mls_public_message")
    const { content } = message.publicMessage
    if (content.contentType !== "commit") throw new MlsFailure("invalid")
    const senders = externalSenders(group)
    const state = { ...group.state, clientConfig: configFor(device, at, { senders }) }
    const result = await processMessage(message, state, emptyPskIndex, acceptAll, device.suite)
    const next = { state: result.newState }
    // Whoever may propose removals was agreed when the group was made.
    if (!sameSenders(senders, externalSenders(next))) throw new MlsFailure("invalid")
    const change = await rosterChange(device, group, next)
    switch (content.sender.senderType) {
      case "member":
        return { sender: await memberAt(device, group, content.sender.leafIndex), next, ...change }
      case "new_member_commit": {
        const sender = await committer(device, content.commit, at)
        const again = await admit(device, group, next, sender, places)
        const missedAfter = readMissedAfter(content.authenticatedData)
        return { sender, next, ...change, external: { again, missedAfter } }
      }
      default:
        throw new MlsFailure("invalid")
    }
  })
}

async function committer(device: MlsDevice, commit: Commit, at: Date): Promise<DeviceIdentity> {
  const leaf = commit.path?.leafNode
  const identity = leaf && (await identify(device, leaf.credential, leaf.signaturePublicKey, at))
  if (!identity) throw new MlsFailure("credential")
  return identity
}

/**
 * An external commit brings in exactly its sender, a device of somebody who is in the group or has a
 * place, and removes at most the sender's own old leaf. Answers whether it did.
 */
async function admit(
  device: MlsDevice,
  before: Group,
  after: Group,
  sender: DeviceIdentity,
  places: ReadonlySet<string>,
): Promise<boolean> {
  const old = await members(device, before)
  const now = await members(device, after)
  const others = (list: readonly GroupMember[]) =>
    list
      .filter(({ deviceId }) => deviceId !== sender.deviceId)
      .map(({ leafIndex, deviceId }) => `${leafIndex} ${deviceId}`)
      .join()
  const again = old.some(({ deviceId }) => deviceId === sender.deviceId)
  const sound =
    sender.deviceId !== device.id &&
    (places.has(sender.nationalId) ||
      old.some(({ nationalId }) => nationalId === sender.nationalId)) &&
    now.filter(({ deviceId }) => deviceId === sender.deviceId).length === 1 &&
    others(old) === others(now)
  if (!sound) throw new MlsFailure("invalid")
  return again
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
