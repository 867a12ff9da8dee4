import {
  createCommit,
  createGroup,
  createGroupInfoWithExternalPubAndRatchetTree,
  encodeExternalSenders,
  joinGroup,
  joinGroupExternal,
  type ClientState,
  type Extension,
  type RatchetTree,
} from "ts-mls"
import { decodeRatchetTree } from "ts-mls/ratchetTree.js"
import { fromBase64url, toBase64url } from "../../../encoding/base64url"
import { decodeMessage, encodeMessage } from "../../../mls/message"
import { openConfig, type PeerClient } from "./client"
import { committable, proposalOf, type Framing } from "./proposals"

export type Change = Framing & {
  readonly add: readonly Uint8Array[]
  readonly remove: readonly number[]
  readonly psk: readonly Uint8Array[]
  readonly extensions: Extension[] | undefined
  /** Also commits the proposals received, by reference. */
  readonly byReference: boolean
  /** Sends a path only where RFC 9420 asks for one. */
  readonly noPath: boolean
  /** The joiner must get the tree by another way. */
  readonly welcomeWithoutTree: boolean
}

export type Committed = {
  readonly commit: Uint8Array
  readonly welcome: Uint8Array | undefined
  readonly groupInfo: Uint8Array
}

export async function create(
  client: PeerClient,
  group: string,
  senders: readonly { readonly key: Uint8Array; readonly identity: Uint8Array }[],
): Promise<void> {
  const own = await client.newKeyPackage()
  const extensionData = encodeExternalSenders(
    senders.map(({ key, identity }) => ({
      signaturePublicKey: key,
      credential: { credentialType: "basic", identity },
    })),
  )
  const state = await createGroup(
    fromBase64url(group),
    own.publicPackage,
    own.privatePackage,
    senders.length > 0 ? [{ extensionType: "external_senders", extensionData }] : [],
    client.suite,
    openConfig(),
  )
  client.enter(group, state)
}

/** Pending until the client accepts or drops it. */
export async function commit(
  client: PeerClient,
  group: string,
  change: Change,
): Promise<Committed> {
  const state = client.load(group)
  const cached = change.byReference
    ? committable(state.unappliedProposals, state.privatePath.leafIndex)
    : {}
  const { extensions } = change
  const wishes = [
    ...change.remove.map((leaf) => ({ kind: "remove", leaf }) as const),
    ...change.add.map((keyPackage) => ({ kind: "add", keyPackage }) as const),
    ...change.psk.map((psk) => ({ kind: "psk", psk }) as const),
    ...(extensions ? [{ kind: "extensions", extensions } as const] : []),
  ]
  const result = await createCommit(
    {
      state: { ...state, unappliedProposals: cached },
      cipherSuite: client.suite,
      pskIndex: client.psks(state),
    },
    {
      extraProposals: wishes.map((wish) => proposalOf(client, wish)),
      wireAsPublicMessage: !change.private,
      ratchetTreeExtension: !change.welcomeWithoutTree,
      forcePath: !change.noPath,
      authenticatedData: change.aad,
    },
  )
  client.storePending(group, result.newState)
  return {
    commit: encodeMessage(result.commit),
    welcome:
      result.welcome &&
      encodeMessage({ version: "mls10", wireformat: "mls_welcome", welcome: result.welcome }),
    groupInfo: await groupInfoOf(client, result.newState),
  }
}

export async function groupInfoOf(client: PeerClient, state: ClientState): Promise<Uint8Array> {
  const groupInfo = await createGroupInfoWithExternalPubAndRatchetTree(state, [], client.suite)
  return encodeMessage({ version: "mls10", wireformat: "mls_group_info", groupInfo })
}

/** Answers the id of the group joined. `tree` is for a Welcome that does not bring it. */
export async function join(
  client: PeerClient,
  welcome: Uint8Array,
  tree: Uint8Array | undefined,
): Promise<string> {
  const message = decodeMessage(welcome, "mls_welcome").welcome
  const own = client.takeKeyPackage(message.secrets.map(({ newMember }) => newMember))
  const state = await joinGroup(
    message,
    own.publicPackage,
    own.privatePackage,
    client.psks(),
    client.suite,
    tree && treeOf(tree),
    undefined,
    openConfig(),
  )
  const group = toBase64url(state.groupContext.groupId)
  client.enter(group, state)
  return group
}

/** Pending until accepted. With `resync`, our former leaf goes in the same commit. */
export async function joinExternal(
  client: PeerClient,
  groupInfo: Uint8Array,
  options: {
    readonly resync: boolean
    readonly tree: Uint8Array | undefined
    readonly aad: Uint8Array
  },
): Promise<Committed & { readonly group: string }> {
  const own = await client.newKeyPackage()
  const { publicMessage, newState } = await joinGroupExternal(
    decodeMessage(groupInfo, "mls_group_info").groupInfo,
    own.publicPackage,
    own.privatePackage,
    options.resync,
    client.suite,
    options.tree && treeOf(options.tree),
    openConfig(),
    options.aad,
  )
  const group = toBase64url(newState.groupContext.groupId)
  client.storePending(group, newState)
  return {
    group,
    commit: encodeMessage({ version: "mls10", wireformat: "mls_public_message", publicMessage }),
    welcome: undefined,
    groupInfo: await groupInfoOf(client, newState),
  }
}

export function treeOf(bytes: Uint8Array): RatchetTree {
  const decoded = decodeRatchetTree(bytes, 0)
  if (decoded?.[1] !== bytes.length) throw new TypeError("not a ratchet tree")
  return decoded[0]
}
