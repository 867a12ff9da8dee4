import {
  acceptAll,
  createApplicationMessage,
  decodeMlsMessage,
  processMessage,
  type ClientState,
  type IncomingMessageCallback,
  type ProposalWithSender,
} from "ts-mls"
import { updateLeafKey } from "ts-mls/privateKeyPath.js"
import { encodeMessage } from "../../../mls/message"
import { paddedLength } from "../../../mls/padding"
import type { PeerClient } from "./client"

export type Processed = {
  readonly kind: "application" | "proposal" | "commit" | "removed"
  /** Absent for who is not a member: an external sender, or a joiner by external commit. */
  readonly sender: number | undefined
  readonly aad: Uint8Array
  readonly data?: Uint8Array
}

export async function encrypt(
  client: PeerClient,
  group: string,
  data: Uint8Array,
  aad: Uint8Array,
): Promise<Uint8Array> {
  const state = client.load(group, paddedLength(data.length))
  const { privateMessage, newState } = await createApplicationMessage(
    state,
    data,
    client.suite,
    aad,
  )
  client.store(group, newState)
  return encodeMessage({ version: "mls10", wireformat: "mls_private_message", privateMessage })
}

/** Takes in what another member or an external sender sent. A group that removed us is forgotten. */
export async function process(
  client: PeerClient,
  group: string,
  bytes: Uint8Array,
): Promise<Processed> {
  const message = handshakeOrApplication(bytes)
  const state = client.load(group)
  const psks = client.psks(state)
  const seen = watcher(client, group, state)
  let result = await processMessage(message, state, psks, seen.callback, client.suite)
  if (seen.ownKey) {
    const privatePath = updateLeafKey(state.privatePath, seen.ownKey)
    result = await processMessage(message, { ...state, privatePath }, psks, acceptAll, client.suite)
  }
  if (result.kind === "applicationMessage") {
    client.store(group, result.newState)
    const { senderLeafIndex: sender, aad, message: data } = result
    return { kind: "application", sender, aad, data }
  }
  const { kind, sender } = seen
  const aad =
    message.wireformat === "mls_public_message"
      ? message.publicMessage.content.authenticatedData
      : message.privateMessage.authenticatedData
  if (kind === "proposal") {
    client.store(group, result.newState)
    return { kind, sender, aad }
  }
  if (result.newState.groupActiveState.kind === "removedFromGroup") {
    client.leave(group)
    return { kind: "removed", sender, aad }
  }
  client.enter(group, result.newState)
  return { kind: "commit", sender, aad }
}

/**
 * Notes what came and from whom. A commit that brings our own update is refused at first: it can only
 * be followed with the private key of the proposed leaf.
 */
function watcher(client: PeerClient, group: string, state: ClientState) {
  const seen: {
    kind: "proposal" | "commit"
    sender: number | undefined
    ownKey: Uint8Array | undefined
    callback: IncomingMessageCallback
  } = {
    kind: "commit",
    sender: undefined,
    ownKey: undefined,
    callback(incoming) {
      seen.kind = incoming.kind
      seen.sender =
        incoming.kind === "commit" ? incoming.senderLeafIndex : incoming.proposal.senderLeafIndex
      if (incoming.kind === "commit")
        seen.ownKey = incoming.proposals.map(ownKey).find((key) => key !== undefined)
      return seen.ownKey ? "reject" : "accept"
    },
  }
  const ownKey = ({ proposal, senderLeafIndex }: ProposalWithSender) =>
    proposal.proposalType === "update" && senderLeafIndex === state.privatePath.leafIndex
      ? client.updateKey(group, proposal.update.leafNode.hpkePublicKey)
      : undefined
  return seen
}

function handshakeOrApplication(bytes: Uint8Array) {
  const decoded = decodeMlsMessage(bytes, 0)
  if (decoded?.[1] !== bytes.length) throw new TypeError("not an MLS message")
  const [message] = decoded
  if (message.wireformat !== "mls_public_message" && message.wireformat !== "mls_private_message")
    throw new TypeError(`${message.wireformat} is not for a group`)
  return message
}
