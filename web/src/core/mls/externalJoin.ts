import { joinGroupExternal } from "ts-mls"
import { ratchetTreeFromExtension } from "ts-mls/groupInfo.js"
import { sameBytes } from "../encoding/bytes"
import type { ConversationId } from "../ids"
import { groupInfo } from "./commit"
import { configFor, type MlsDevice } from "./device"
import { guarded, MlsFailure } from "./failure"
import { groupId, type Group } from "./group"
import { createKeyPackage, decodeKeyPackage } from "./keyPackage"
import { decodeMessage, encodeMessage } from "./message"
import { KEY_HANDLE } from "./suite"

/** An external commit ready to be sent, and the group as it will be once the server has accepted it. */
export type PendingJoin = {
  readonly commit: Uint8Array
  readonly groupInfo: Uint8Array
  /** Not to be used before the server accepted the commit. */
  readonly next: Group
}

/**
 * Joins without an invitation by the public description of the current epoch. A leaf that this device
 * still has in the tree is replaced. All leaves are verified. `missedAfter` is told to the others: the
 * last log entry this device could read before.
 */
export async function joinExternally(
  device: MlsDevice,
  id: ConversationId,
  info: Uint8Array,
  missedAfter: number,
): Promise<PendingJoin> {
  return guarded(async () => {
    const described = decodeMessage(info, "mls_group_info").groupInfo
    const tree = ratchetTreeFromExtension(described)
    if (!tree) throw new MlsFailure("invalid")
    const again = tree.some(
      (node) =>
        node?.nodeType === "leaf" && sameBytes(node.leaf.signaturePublicKey, device.key.publicKey),
    )
    const own = await createKeyPackage(device, new Date())
    const { publicMessage, newState } = await joinGroupExternal(
      described,
      decodeKeyPackage(own.message),
      {
        initPrivateKey: own.initPrivateKey,
        hpkePrivateKey: own.hpkePrivateKey,
        signaturePrivateKey: KEY_HANDLE,
      },
      again,
      device.suite,
      undefined,
      configFor(device, "ever"),
      writeMissedAfter(missedAfter),
    )
    const next = { state: newState }
    if (groupId(next) !== id) throw new MlsFailure("invalid")
    return {
      commit: encodeMessage({ version: "mls10", wireformat: "mls_public_message", publicMessage }),
      groupInfo: await groupInfo(device, next),
      next,
    }
  })
}

/** The authenticated data of an external commit: one 64-bit number, or nothing from other clients. */
function writeMissedAfter(sequence: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(sequence))
  return bytes
}

export function readMissedAfter(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 8) return undefined
  const sequence = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  return sequence <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(sequence) : undefined
}
