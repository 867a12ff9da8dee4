import { decodeExternalSenders, type Credential, type Extension, type ExternalSender } from "ts-mls"
import { sameBytes } from "../encoding/bytes"
import { MlsFailure } from "./failure"
import type { Group } from "./group"

/**
 * The delivery service as a sender of proposals: `senders` is the content of the external_senders
 * extension, a list with exactly one entry. A group keeps the one it was made with for life.
 */
export function sendersExtension(senders: Uint8Array): Extension {
  onlySender(senders)
  return { extensionType: "external_senders", extensionData: senders }
}

/** What a group lists; nothing for groups that have no external sender. */
export function externalSenders(group: Group): Uint8Array | undefined {
  const found = group.state.groupContext.extensions.filter(
    ({ extensionType }) => extensionType === "external_senders",
  )
  if (found.length > 1) throw new MlsFailure("invalid")
  return found[0]?.extensionData
}

/** True only for the very credential and key that `senders` holds. */
export function isSender(
  senders: Uint8Array,
  credential: Credential,
  signatureKey: Uint8Array,
): boolean {
  if (credential.credentialType !== "basic") return false
  const sender = onlySender(senders)
  return (
    sender.credential.credentialType === "basic" &&
    sameBytes(sender.credential.identity, credential.identity) &&
    sameBytes(sender.signaturePublicKey, signatureKey)
  )
}

export function sameSenders(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameBytes(a, b)
}

function onlySender(senders: Uint8Array): ExternalSender {
  const decoded = decodeExternalSenders(senders, 0)
  const sender = decoded?.[0][0]
  if (!sender || decoded[1] !== senders.length || decoded[0].length !== 1)
    throw new MlsFailure("malformed")
  return sender
}
