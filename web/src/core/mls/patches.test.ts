import {
  acceptAll,
  createApplicationMessage,
  createCommit,
  createGroup as createMlsGroup,
  decodeExternalSenders,
  emptyPskIndex,
  encodeExternalSenders,
  joinGroupExternal,
  makePskIndex,
  processMessage,
  proposeExternal,
  bytesToBase64,
  type ClientState,
  type Extension,
  type MLSMessage,
  type RatchetTree,
} from "ts-mls"
import { encode } from "ts-mls/codec/tlsEncoder.js"
import { deriveSecret } from "ts-mls/crypto/kdf.js"
import { initializeEpoch } from "ts-mls/keySchedule.js"
import { getCommitSecret } from "ts-mls/pathSecrets.js"
import { toNodeIndex } from "ts-mls/treemath.js"
import { decodeUnappliedProposals, unappliedProposalsEncoder } from "ts-mls/unappliedProposals.js"
import { beforeAll, describe, expect, it } from "vitest"
import { utf8, uuidBytes } from "../encoding/bytes"
import { newId, type ConversationId } from "../ids"
import { CertificateAuthority } from "../testing/certificateAuthority"
import { DeliverySigner } from "../testing/deliverySigner"
import { commit, createGroup, groupInfo } from "./commit"
import { suiteOf } from "../testing/headless/mlsPeer/suites"
import { configFor, type MlsDevice } from "./device"
import { generateDeviceKey } from "./deviceKey"
import { epochAuthenticator, isMember, members, type Group } from "./group"
import { createKeyPackage, decodeKeyPackage } from "./keyPackage"
import { decodeMessage } from "./message"
import { join, receiveCommit } from "./receive"
import { deviceSuite, KEY_HANDLE } from "./suite"

/**
 * One test per line of patches/ts-mls+*.patch: each fails on the published package. When a newer
 * version passes without its part of the patch, that part goes.
 */
const now = () => new Date()
let authority: CertificateAuthority
let devices: MlsDevice[]
let signer: DeliverySigner

beforeAll(async () => {
  authority = await CertificateAuthority.create()
  signer = await DeliverySigner.create()
  const trust = authority.trust()
  devices = await Promise.all(
    Array.from({ length: 9 }, (_, i) => authority.device(`81000000000${i}`, trust)),
  )
})

function device(index: number): MlsDevice {
  const found = devices[index]
  if (!found) throw new RangeError("device")
  return found
}

/** A group in which every commit is followed by everybody. */
class Party {
  readonly groups = new Map<number, Group>()

  static async of(...indexes: readonly number[]): Promise<Party> {
    const party = new Party()
    const [first = 0, ...others] = indexes
    party.groups.set(
      first,
      await createGroup(device(first), newId<ConversationId>(), signer.senders),
    )
    for (const index of others) await party.change(first, { add: [index] })
    return party
  }

  of(index: number): Group {
    const group = this.groups.get(index)
    if (!group) throw new RangeError("not in the party")
    return group
  }

  async change(
    by: number,
    { add = [], remove = [] }: { add?: readonly number[]; remove?: readonly number[] },
  ): Promise<void> {
    const packages = await Promise.all(add.map((i) => createKeyPackage(device(i), now())))
    const roster = await members(device(by), this.of(by))
    const leaves = remove.map(
      (i) => roster.find(({ deviceId }) => deviceId === device(i).id)?.leafIndex ?? -1,
    )
    const pending = await commit(device(by), this.of(by), {
      add: packages.map(({ message }) => message),
      remove: leaves,
    })
    for (const [index, group] of this.groups) {
      if (!isMember(group)) continue
      const next =
        index === by
          ? pending.next
          : (await receiveCommit(device(index), group, pending.commit, now())).next
      this.groups.set(index, next)
    }
    for (const [n, index] of add.entries()) {
      const own = packages[n]
      if (own && pending.welcome)
        this.groups.set(index, await join(device(index), pending.welcome, own))
    }
  }
}

/** A two-member group on the library's own API, to reach what our wrapper never does. */
async function rawPair(extensions: Extension[]): Promise<{ a: ClientState; b: ClientState }> {
  const own = await createKeyPackage(device(0), now())
  const alone = await createMlsGroup(
    uuidBytes(newId<ConversationId>()),
    decodeKeyPackage(own.message),
    {
      initPrivateKey: own.initPrivateKey,
      hpkePrivateKey: own.hpkePrivateKey,
      signaturePrivateKey: KEY_HANDLE,
    },
    extensions,
    device(0).suite,
    openConfig(),
  )
  const forB = await createKeyPackage(device(1), now())
  const pending = await commit(device(0), { state: alone }, { add: [forB.message], remove: [] })
  const b = await join(device(1), pending.welcome ?? new Uint8Array(), forB)
  return { a: withConfig(pending.next.state), b: withConfig(b.state) }
}

/** External senders have no certificate of ours; these tests are not about credentials. */
function openConfig() {
  const validateCredential = () => Promise.resolve(true)
  return { ...configFor(device(0), now()), authService: { validateCredential } }
}

function withConfig(state: ClientState): ClientState {
  return { ...state, clientConfig: openConfig() }
}

async function follow(state: ClientState, message: MLSMessage, psks = emptyPskIndex) {
  if (message.wireformat !== "mls_public_message" && message.wireformat !== "mls_private_message")
    throw new TypeError("not a handshake")
  const result = await processMessage(message, state, psks, acceptAll, device(1).suite)
  return result.newState
}

describe("the patched ts-mls", () => {
  it("accepts a tree whose upper nodes do not repeat the unmerged leaves of lower ones", async () => {
    const party = await Party.of(0, 1, 2, 3, 4, 5, 6, 7)
    await party.change(0, { remove: [7] })
    // Node 11 over leaves 4 to 7 gets a key while leaf 7 is blank...
    await party.change(4, {})
    // ...so it lists the newcomer as unmerged, and the root above, renewed by leaf 0, does not.
    await party.change(0, { add: [8] })
    expect(epochAuthenticator(party.of(8))).toEqual(epochAuthenticator(party.of(0)))
    await party.change(8, {})
    expect(epochAuthenticator(party.of(8))).toEqual(epochAuthenticator(party.of(5)))
  })

  it("tells a member that it was removed by a commit that gives its leaf to somebody else", async () => {
    const party = await Party.of(0, 1, 2)
    await party.change(0, { remove: [2], add: [3] })
    expect(isMember(party.of(2))).toBe(false)
    expect(isMember(party.of(3))).toBe(true)
  })

  it("sends a path with a commit that only adds", async () => {
    const group = await createGroup(device(0), newId<ConversationId>(), signer.senders)
    const own = await createKeyPackage(device(1), now())
    const pending = await commit(device(0), group, { add: [own.message], remove: [] })
    const content = decodeMessage(pending.commit, "mls_public_message").publicMessage.content
    expect(content.contentType === "commit" && content.commit.path).toBeDefined()
  })

  it("leaves a lone member with secrets the last removed one cannot derive", async () => {
    const party = await Party.of(0, 1)
    const removed = party.of(1).state
    await party.change(0, { remove: [1] })
    const lone = party.of(0).state
    const guess = await initializeEpoch(
      removed.keySchedule.initSecret,
      new Uint8Array(32),
      lone.groupContext,
      new Uint8Array(32),
      device(0).suite.kdf,
    )
    expect(guess.keySchedule.epochAuthenticator).not.toEqual(lone.keySchedule.epochAuthenticator)
  })

  it("writes and reads external_pub as RFC 9420 does, so that outsiders can join", async () => {
    const { a, b } = await rawPair([])
    const bytes = await groupInfo(device(0), { state: a })
    const info = decodeMessage(bytes, "mls_group_info").groupInfo
    const key = info.extensions.find((e) => e.extensionType === "external_pub")?.extensionData
    expect([key?.length, key?.[0]]).toEqual([33, 32])
    const own = await createKeyPackage(device(2), now())
    const joined = await joinGroupExternal(
      info,
      decodeKeyPackage(own.message),
      {
        initPrivateKey: own.initPrivateKey,
        hpkePrivateKey: own.hpkePrivateKey,
        signaturePrivateKey: KEY_HANDLE,
      },
      false,
      device(2).suite,
      undefined,
      openConfig(),
    )
    const next = await follow(b, {
      version: "mls10",
      wireformat: "mls_public_message",
      publicMessage: joined.publicMessage,
    })
    expect(next.keySchedule.epochAuthenticator).toEqual(
      joined.newState.keySchedule.epochAuthenticator,
    )
  })

  it("knows external_senders as a list, and its second entry as sender 1", async () => {
    const senders = await Promise.all(
      [1, 2].map(async (i) => ({ i, key: await generateDeviceKey() })),
    )
    const extensionData = encodeExternalSenders(
      senders.map(({ i, key }) => ({
        signaturePublicKey: key.publicKey,
        credential: { credentialType: "basic", identity: utf8(`server ${i}`) },
      })),
    )
    expect(decodeExternalSenders(extensionData, 0)?.[0]).toHaveLength(2)
    const { a, b } = await rawPair([{ extensionType: "external_senders", extensionData }])
    const second = senders[1]?.key
    if (!second) throw new Error("no sender")
    const info = decodeMessage(await groupInfo(device(0), { state: a }), "mls_group_info")
    const proposal = await proposeExternal(
      info.groupInfo,
      { proposalType: "remove", remove: { removed: 1 } },
      second.publicKey,
      KEY_HANDLE,
      await deviceSuite(second),
    )
    const content =
      proposal.wireformat === "mls_public_message" ? proposal.publicMessage.content : undefined
    expect(content?.sender).toEqual({ senderType: "external", senderIndex: 1 })
    expect(Object.keys((await follow(b, proposal)).unappliedProposals)).toHaveLength(1)
  })

  it("sends a path, encrypted under the new extensions, when group extensions change", async () => {
    const { a, b } = await rawPair([])
    const change = {
      proposalType: "group_context_extensions",
      groupContextExtensions: {
        extensions: [
          { extensionType: "external_senders", extensionData: encodeExternalSenders([]) },
        ],
      },
    } as const
    const { commit: message, newState } = await createCommit(
      { state: a, cipherSuite: device(0).suite },
      {
        wireAsPublicMessage: true,
        extraProposals: [
          {
            ...change,
            groupContextExtensions: {
              extensions: [...change.groupContextExtensions.extensions],
            },
          },
        ],
      },
    )
    const content =
      message.wireformat === "mls_public_message" ? message.publicMessage.content : undefined
    expect(content?.contentType === "commit" && content.commit.path).toBeDefined()
    const next = await follow(b, message)
    expect(next.keySchedule.epochAuthenticator).toEqual(newState.keySchedule.epochAuthenticator)
  })

  it("finds an external PSK for a commit that came encrypted", async () => {
    const { a, b } = await rawPair([])
    const pskId = utf8("psk")
    const known = { [bytesToBase64(pskId)]: new Uint8Array(32).fill(7) }
    const { commit: message, newState } = await createCommit(
      { state: a, cipherSuite: device(0).suite, pskIndex: makePskIndex(a, known) },
      {
        extraProposals: [
          {
            proposalType: "psk",
            psk: {
              preSharedKeyId: { psktype: "external", pskId, pskNonce: new Uint8Array(32) },
            },
          },
        ],
      },
    )
    const next = await follow(b, message, makePskIndex(b, known))
    expect(next.keySchedule.epochAuthenticator).toEqual(newState.keySchedule.epochAuthenticator)
  })

  it("says which leaf sent a message, and what was authenticated with it", async () => {
    const { a, b } = await rawPair([])
    const sent = await createApplicationMessage(a, utf8("x"), device(0).suite, utf8("aad"))
    const result = await processMessage(
      {
        wireformat: "mls_private_message",
        privateMessage: sent.privateMessage,
      },
      b,
      emptyPskIndex,
      acceptAll,
      device(1).suite,
    )
    expect(result).toMatchObject({ senderLeafIndex: 0, aad: utf8("aad") })
  })

  it("keeps across a reload that the first leaf sent a proposal", () => {
    const proposal = { proposalType: "remove", remove: { removed: 1 } } as const
    const cached = { AQ: { proposal, senderLeafIndex: 0 } }

    const decoded = decodeUnappliedProposals(encode(unappliedProposalsEncoder)(cached), 0)

    expect(Object.values(decoded?.[0] ?? {})).toEqual([{ proposal, senderLeafIndex: 0 }])
  })

  it("ends a path at its last node when half of the tree is empty", async () => {
    const { kdf } = await suiteOf(1)
    const secret = new Uint8Array(kdf.size).fill(1)
    const parent = {
      hpkePublicKey: new Uint8Array(32),
      parentHash: new Uint8Array(),
      unmergedLeaves: [],
    }
    const tree: RatchetTree = Array.from({ length: 7 }, (_, index) =>
      index === 5 ? { nodeType: "parent", parent } : undefined,
    )

    const commitSecret = await getCommitSecret(tree, toNodeIndex(5), secret, kdf)

    expect(commitSecret).toEqual(await deriveSecret(secret, "path", kdf))
  })
})
