import {
  createProposal,
  type ClientState,
  type Extension,
  type Proposal,
  type UnappliedProposals,
} from "ts-mls"
import { leafNodeTBSEncoder, type LeafNodeUpdate } from "ts-mls/leafNode.js"
import { encode } from "ts-mls/codec/tlsEncoder.js"
import { signWithLabel } from "ts-mls/crypto/signature.js"
import { getOwnLeafNode } from "ts-mls/clientState.js"
import { decodeKeyPackage } from "../../../mls/keyPackage"
import { encodeMessage } from "../../../mls/message"
import type { PeerClient } from "./client"

/** What may be proposed; `update` stands for a fresh key in our own leaf. */
export type Wish =
  | { readonly kind: "add"; readonly keyPackage: Uint8Array }
  | { readonly kind: "remove"; readonly leaf: number }
  | { readonly kind: "psk"; readonly psk: Uint8Array }
  | { readonly kind: "extensions"; readonly extensions: Extension[] }
  | { readonly kind: "update" }

export type Framing = { readonly private: boolean; readonly aad: Uint8Array }

export function proposalOf(client: PeerClient, wish: Exclude<Wish, { kind: "update" }>): Proposal {
  switch (wish.kind) {
    case "add":
      return { proposalType: "add", add: { keyPackage: decodeKeyPackage(wish.keyPackage) } }
    case "remove":
      return { proposalType: "remove", remove: { removed: wish.leaf } }
    case "psk": {
      const pskNonce = client.suite.rng.randomBytes(client.suite.kdf.size)
      const preSharedKeyId = { psktype: "external", pskId: wish.psk, pskNonce } as const
      return { proposalType: "psk", psk: { preSharedKeyId } }
    }
    case "extensions":
      return {
        proposalType: "group_context_extensions",
        groupContextExtensions: { extensions: wish.extensions },
      }
  }
}

/** Answers the message to send; the proposal is also among those we may commit ourselves. */
export async function propose(
  client: PeerClient,
  group: string,
  wish: Wish,
  framing: Framing,
): Promise<Uint8Array> {
  const state = client.load(group)
  const proposal =
    wish.kind === "update" ? await ownUpdate(client, group, state) : proposalOf(client, wish)
  const { message, newState } = await createProposal(
    state,
    !framing.private,
    proposal,
    client.suite,
    framing.aad,
  )
  client.store(group, newState)
  return encodeMessage(message)
}

/** ts-mls 1.6 reads Update proposals but has no helper to make one. */
async function ownUpdate(client: PeerClient, group: string, state: ClientState): Promise<Proposal> {
  const { suite } = client
  const pair = await suite.hpke.generateKeyPair()
  const { signaturePublicKey, credential, capabilities, extensions } = getOwnLeafNode(state)
  const hpkePublicKey = await suite.hpke.exportPublicKey(pair.publicKey)
  const leaf = {
    leafNodeSource: "update" as const,
    hpkePublicKey,
    signaturePublicKey,
    credential,
    capabilities,
    extensions,
  }
  const place = {
    groupId: state.groupContext.groupId,
    leafIndex: state.privatePath.leafIndex,
  }
  const signed = encode(leafNodeTBSEncoder)({ ...leaf, ...place })
  const signature = await signWithLabel(
    state.signaturePrivateKey,
    "LeafNodeTBS",
    signed,
    suite.signature,
  )
  client.rememberUpdate(group, hpkePublicKey, await suite.hpke.exportPrivateKey(pair.privateKey))
  const leafNode: LeafNodeUpdate = { ...leaf, signature }
  return { proposalType: "update", update: { leafNode } }
}

/**
 * Those of the cached proposals a commit of leaf `own` may contain: neither its own update nor its
 * own removal, and one for each leaf, removals before updates and later ones before earlier ones.
 */
export function committable(cached: UnappliedProposals, own: number): UnappliedProposals {
  const chosen: UnappliedProposals = {}
  const taken = new Set([own])
  const latestFirst = Object.entries(cached).reverse()
  for (const type of ["remove", "update"] as const) {
    for (const [ref, known] of latestFirst) {
      const { proposal, senderLeafIndex } = known
      if (proposal.proposalType !== type) continue
      const leaf = proposal.proposalType === "remove" ? proposal.remove.removed : senderLeafIndex
      if (leaf === undefined || taken.has(leaf)) continue
      taken.add(leaf)
      chosen[ref] = known
    }
  }
  const ofLeaves = new Set<unknown>(["remove", "update"])
  for (const [ref, known] of Object.entries(cached))
    if (!ofLeaves.has(known.proposal.proposalType)) chosen[ref] = known
  return chosen
}
