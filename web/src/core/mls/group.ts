import { decodeGroupState, encodeGroupState, type ClientState, type LeafNode } from "ts-mls"
import { uuidText } from "../encoding/bytes"
import type { ConversationId } from "../ids"
import { configFor, identify, type MlsDevice } from "./device"
import { MlsFailure } from "./failure"
import type { DeviceIdentity } from "./trust"

/**
 * One epoch of one group as this device holds it. Immutable: every operation answers a new one, and
 * the old one stays usable until the caller lets go of it.
 */
export type Group = { readonly state: ClientState }

export type GroupMember = DeviceIdentity & { readonly leafIndex: number }

export function groupId(group: Group): ConversationId {
  return uuidText(group.state.groupContext.groupId) as ConversationId
}

export function epoch(group: Group): number {
  return Number(group.state.groupContext.epoch)
}

/** False once a commit removed this device. */
export function isMember(group: Group): boolean {
  return group.state.groupActiveState.kind === "active"
}

/** Leaves that proposals held in this state would remove: nothing can be encrypted before a commit. */
export function heldRemovals(group: Group): readonly number[] {
  return Object.values(group.state.unappliedProposals).flatMap(({ proposal }) =>
    proposal.proposalType === "remove" ? [proposal.remove.removed] : [],
  )
}

/** Whether this device may commit what the group holds: nobody commits their own removal. */
export function mayCommitHeld(group: Group): boolean {
  const held = heldRemovals(group)
  return held.length > 0 && isMember(group) && !held.includes(ownLeafIndex(group))
}

export function ownLeafIndex(group: Group): number {
  return group.state.privatePath.leafIndex
}

/** Same value for all members of an epoch, for nobody else: two devices that agree on it agree on all. */
export function epochAuthenticator(group: Group): Uint8Array {
  return group.state.keySchedule.epochAuthenticator
}

/** Every leaf with its certified identity. Throws `credential` if one is not certified. */
export async function members(device: MlsDevice, group: Group): Promise<readonly GroupMember[]> {
  const found: GroupMember[] = []
  for (const [nodeIndex, node] of group.state.ratchetTree.entries()) {
    if (node?.nodeType === "leaf")
      found.push({ leafIndex: nodeIndex / 2, ...(await leafIdentity(device, node.leaf)) })
  }
  return found
}

export async function memberAt(
  device: MlsDevice,
  group: Group,
  leafIndex: number,
): Promise<DeviceIdentity> {
  const node = group.state.ratchetTree[2 * leafIndex]
  if (node?.nodeType !== "leaf") throw new MlsFailure("invalid")
  return leafIdentity(device, node.leaf)
}

async function leafIdentity(device: MlsDevice, leaf: LeafNode): Promise<DeviceIdentity> {
  const identity = await identify(device, leaf.credential, leaf.signaturePublicKey, "ever")
  if (!identity) throw new MlsFailure("credential")
  return identity
}

/** Everything but the device key: to be stored encrypted. */
export function encodeGroup(group: Group): Uint8Array {
  return encodeGroupState(group.state)
}

export function decodeGroup(device: MlsDevice, bytes: Uint8Array): Group {
  let decoded: ReturnType<typeof decodeGroupState>
  try {
    decoded = decodeGroupState(bytes, 0)
  } catch (cause) {
    throw new MlsFailure("malformed", { cause })
  }
  if (decoded?.[1] !== bytes.length) throw new MlsFailure("malformed")
  return { state: { ...decoded[0], clientConfig: configFor(device, new Date()) } }
}
