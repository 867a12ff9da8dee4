import {
  createCommit,
  createGroup as createMlsGroup,
  createGroupInfoWithExternalPubAndRatchetTree,
  emptyPskIndex,
  type Proposal,
} from "ts-mls"
import { uuidBytes } from "../encoding/bytes"
import type { ConversationId } from "../ids"
import { configFor, type MlsDevice } from "./device"
import { externalSenders, sendersExtension } from "./externalSenders"
import { guarded } from "./failure"
import { heldRemovals, type Group } from "./group"
import { createKeyPackage, decodeKeyPackage } from "./keyPackage"
import { encodeMessage } from "./message"
import { KEY_HANDLE } from "./suite"

/** A commit ready to be sent, and the group as it will be once the server has accepted it. */
export type PendingCommit = {
  readonly commit: Uint8Array
  /** Present when somebody was added. */
  readonly welcome?: Uint8Array
  /** Of the new epoch, with tree and external key. */
  readonly groupInfo: Uint8Array
  /** Not to be used before the server accepted the commit. */
  readonly next: Group
}

/** A group of this device alone, at epoch 0, in which the holder of `senders` may propose removals. */
export async function createGroup(
  device: MlsDevice,
  id: ConversationId,
  senders: Uint8Array,
): Promise<Group> {
  return guarded(async () => {
    const now = new Date()
    const own = await createKeyPackage(device, now)
    const state = await createMlsGroup(
      uuidBytes(id),
      decodeKeyPackage(own.message),
      {
        initPrivateKey: own.initPrivateKey,
        hpkePrivateKey: own.hpkePrivateKey,
        signaturePrivateKey: KEY_HANDLE,
      },
      [sendersExtension(senders)],
      device.suite,
      configFor(device, now, { senders }),
    )
    return { state }
  })
}

/**
 * Adds and removes devices in one commit, always with a path (fresh secrets for everybody who stays).
 * Removals that the group holds as proposals go in by reference. Empty lists only refresh our own keys. `group` itself is unchanged: if another commit wins, drop the
 * result, process the winner on `group` and start over.
 */
export async function commit(
  device: MlsDevice,
  group: Group,
  change: { readonly add: readonly Uint8Array[]; readonly remove: readonly number[] },
): Promise<PendingCommit> {
  return guarded(async () => {
    const senders = externalSenders(group)
    const state = { ...group.state, clientConfig: configFor(device, new Date(), { senders }) }
    const held = heldRemovals(group)
    const proposals: Proposal[] = [
      ...change.remove
        .filter((leaf) => !held.includes(leaf))
        .map((removed): Proposal => ({
          proposalType: "remove",
          remove: { removed },
        })),
      ...change.add.map((bytes): Proposal => ({
        proposalType: "add",
        add: { keyPackage: decodeKeyPackage(bytes) },
      })),
    ]
    const result = await createCommit(
      { state, cipherSuite: device.suite, pskIndex: emptyPskIndex },
      {
        extraProposals: proposals,
        wireAsPublicMessage: true,
        ratchetTreeExtension: true,
        forcePath: true,
      },
    )
    const next = { state: result.newState }
    return {
      commit: encodeMessage(result.commit),
      welcome:
        result.welcome &&
        encodeMessage({ version: "mls10", wireformat: "mls_welcome", welcome: result.welcome }),
      groupInfo: await groupInfo(device, next),
      next,
    }
  })
}

/** The public description of the current epoch, signed by us. */
export async function groupInfo(device: MlsDevice, group: Group): Promise<Uint8Array> {
  const info = await createGroupInfoWithExternalPubAndRatchetTree(group.state, [], device.suite)
  return encodeMessage({ version: "mls10", wireformat: "mls_group_info", groupInfo: info })
}

/**
 * The accepted commit's group, with the message keys of the old epoch as far as `current` (the group
 * the commit was made from) has used them meanwhile.
 */
export function adopt(pending: Group, current: Group): Group {
  const past = new Map(pending.state.historicalReceiverData)
  const known = past.get(current.state.groupContext.epoch)
  if (known)
    past.set(current.state.groupContext.epoch, { ...known, secretTree: current.state.secretTree })
  return { state: { ...pending.state, historicalReceiverData: past } }
}
