import { createCommit, encodeExternalSenders } from "ts-mls"
import { beforeAll, describe, expect, it } from "vitest"
import { utf8 } from "../encoding/bytes"
import { newId, type ConversationId } from "../ids"
import { CertificateAuthority } from "../testing/certificateAuthority"
import { DeliverySigner } from "../testing/deliverySigner"
import { commit, createGroup, groupInfo } from "./commit"
import type { MlsDevice } from "./device"
import { joinExternally } from "./externalJoin"
import { externalSenders } from "./externalSenders"
import {
  decodeGroup,
  encodeGroup,
  epochAuthenticator,
  groupId,
  heldRemovals,
  isMember,
  mayCommitHeld,
  members,
  type Group,
} from "./group"
import { createKeyPackage } from "./keyPackage"
import { encodeMessage } from "./message"
import { join, receiveCommit, receiveMessage, receiveProposal } from "./receive"
import { encryptMessage } from "./send"

const now = () => new Date()
const aad = new Uint8Array(16)
let authority: CertificateAuthority
let signer: DeliverySigner
let alice: MlsDevice
let bob: MlsDevice
let carol: MlsDevice

beforeAll(async () => {
  authority = await CertificateAuthority.create()
  signer = await DeliverySigner.create()
  const trust = authority.trust()
  alice = await authority.device("810000000001", trust)
  bob = await authority.device("810000000002", trust)
  carol = await authority.device("810000000003", trust)
})

/** Alice at leaf 0, Bob at 1, Carol at 2. */
async function three() {
  const alone = await createGroup(alice, newId<ConversationId>(), signer.senders)
  const [forBob, forCarol] = [
    await createKeyPackage(bob, now()),
    await createKeyPackage(carol, now()),
  ]
  const pending = await commit(alice, alone, {
    add: [forBob.message, forCarol.message],
    remove: [],
  })
  const welcome = pending.welcome ?? new Uint8Array()
  return {
    info: pending.groupInfo,
    ofAlice: pending.next,
    ofBob: await join(bob, welcome, forBob),
    ofCarol: await join(carol, welcome, forCarol),
  }
}

async function expectToTalk(a: MlsDevice, ofA: Group, b: MlsDevice, ofB: Group): Promise<void> {
  expect(epochAuthenticator(ofB)).toEqual(epochAuthenticator(ofA))
  const sent = await encryptMessage(a, ofA, utf8("bonjour"), aad)
  expect((await receiveMessage(b, ofB, sent.message)).plaintext).toEqual(utf8("bonjour"))
}

describe("a removal that the server proposes", () => {
  it("is held over a reload, stops encryption, and goes with the next commit of anybody", async () => {
    const { info, ofAlice, ofBob, ofCarol } = await three()
    const proposal = await signer.remove(info, 2)
    const held = decodeGroup(alice, encodeGroup(await receiveProposal(alice, ofAlice, proposal)))
    expect(heldRemovals(held)).toEqual([2])
    await expect(encryptMessage(alice, held, utf8("trop tôt"), aad)).rejects.toThrow("invalid")

    const bobHolds = await receiveProposal(bob, ofBob, proposal)
    const carolHolds = await receiveProposal(carol, ofCarol, proposal)
    expect([mayCommitHeld(held), mayCommitHeld(carolHolds)]).toEqual([true, false])
    const pending = await commit(bob, bobHolds, { add: [], remove: [2] })
    const atAlice = await receiveCommit(alice, held, pending.commit, now())
    expect(atAlice.removed.map(({ deviceId }) => deviceId)).toEqual([carol.id])
    const atCarol = await receiveCommit(carol, carolHolds, pending.commit, now())
    expect(isMember(atCarol.next)).toBe(false)
    await expectToTalk(alice, atAlice.next, bob, pending.next)
    const after = await encryptMessage(alice, atAlice.next, utf8("sans Carol"), aad)
    await expect(receiveMessage(carol, atCarol.next, after.message)).rejects.toThrow("invalid")
    await expect(receiveMessage(carol, ofCarol, after.message)).rejects.toThrow("invalid")
  })

  it("is refused from another key, for another group, another epoch, twice, or of nobody", async () => {
    const { info, ofAlice } = await three()
    const other = await three()
    const stranger = await DeliverySigner.create()
    await expect(stranger.remove(info, 1)).rejects.toThrow()
    const proposal = await signer.remove(info, 1)
    const forged = proposal.slice()
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
    await expect(receiveProposal(alice, ofAlice, forged)).rejects.toThrow("invalid")
    await expect(receiveProposal(alice, other.ofAlice, proposal)).rejects.toThrow("invalid")
    const later = (await commit(alice, ofAlice, { add: [], remove: [] })).next
    await expect(receiveProposal(alice, later, proposal)).rejects.toThrow("invalid")
    const early = await signer.remove(await groupInfo(alice, later), 1)
    await expect(receiveProposal(alice, ofAlice, early)).rejects.toThrow("invalid")
    const held = await receiveProposal(alice, ofAlice, proposal)
    await expect(receiveProposal(alice, held, proposal)).rejects.toThrow("invalid")
    const nobody = await signer.remove(info, 9)
    await expect(receiveProposal(alice, ofAlice, nobody)).rejects.toThrow("invalid")
  })

  it("can come from no other server than the one the group was made with", async () => {
    const { ofAlice, ofBob } = await three()
    expect(externalSenders(ofBob)).toEqual(signer.senders)
    const other = await DeliverySigner.create()
    for (const senders of [other.senders, encodeExternalSenders([])]) {
      const { commit: change } = await createCommit(
        {
          state: {
            ...ofAlice.state,
            clientConfig: {
              ...ofAlice.state.clientConfig,
              authService: { validateCredential: () => Promise.resolve(true) },
            },
          },
          cipherSuite: alice.suite,
        },
        {
          wireAsPublicMessage: true,
          extraProposals: [
            {
              proposalType: "group_context_extensions",
              groupContextExtensions: {
                extensions: [{ extensionType: "external_senders", extensionData: senders }],
              },
            },
          ],
        },
      )
      await expect(receiveCommit(bob, ofBob, encodeMessage(change), now())).rejects.toThrow(
        "invalid",
      )
    }
    await expect(
      createGroup(alice, newId<ConversationId>(), encodeExternalSenders([])),
    ).rejects.toThrow("malformed")
  })
})

describe("an external commit", () => {
  it("lets another device of a member in, who talks with everybody from then on", async () => {
    const { info, ofAlice, ofBob } = await three()
    const bob2 = await authority.device("810000000002", bob.trust)
    const joined = await joinExternally(bob2, groupId(ofAlice), info, 0)
    const atAlice = await receiveCommit(alice, ofAlice, joined.commit, now())
    expect(atAlice.sender.deviceId).toBe(bob2.id)
    expect(atAlice.external).toEqual({ again: false, missedAfter: 0 })
    expect(atAlice.added.map(({ deviceId }) => deviceId)).toEqual([bob2.id])
    expect(atAlice.removed).toEqual([])
    const atBob = await receiveCommit(bob, ofBob, joined.commit, now())
    await expectToTalk(bob2, joined.next, alice, atAlice.next)
    await expectToTalk(alice, atAlice.next, bob, atBob.next)
    expect(externalSenders(joined.next)).toEqual(signer.senders)
    const follow = await commit(bob2, joined.next, { add: [], remove: [] })
    const again = await receiveCommit(alice, atAlice.next, follow.commit, now())
    expect(epochAuthenticator(again.next)).toEqual(epochAuthenticator(follow.next))
  })

  it("replaces the own old leaf of a device that lost its state, and says since when it misses", async () => {
    const { info, ofAlice, ofCarol } = await three()
    const joined = await joinExternally(bob, groupId(ofAlice), info, 41)
    const atAlice = await receiveCommit(alice, ofAlice, joined.commit, now())
    expect(atAlice.external).toEqual({ again: true, missedAfter: 41 })
    expect([atAlice.added, atAlice.removed]).toEqual([[], []])
    expect(await members(alice, atAlice.next)).toHaveLength(3)
    const atCarol = await receiveCommit(carol, ofCarol, joined.commit, now())
    await expectToTalk(bob, joined.next, carol, atCarol.next)
  })

  it("is refused from a person who is not in the group, or not certified", async () => {
    const { info, ofAlice } = await three()
    const dave = await authority.device("810000000004", alice.trust)
    const intruding = await joinExternally(dave, groupId(ofAlice), info, 0)
    await expect(receiveCommit(alice, ofAlice, intruding.commit, now())).rejects.toThrow("invalid")
    const elsewhere = await CertificateAuthority.create()
    const mallory = await elsewhere.device("810000000002", bob.trust)
    const forged = await joinExternally(mallory, groupId(ofAlice), info, 0)
    await expect(receiveCommit(alice, ofAlice, forged.commit, now())).rejects.toThrow()
  })

  it("is not made into another group than was asked for, nor among uncertified members", async () => {
    const { info, ofAlice } = await three()
    const bob2 = await authority.device("810000000002", bob.trust)
    const other = newId<ConversationId>()
    await expect(joinExternally(bob2, other, info, 0)).rejects.toThrow("invalid")
    const elsewhere = await CertificateAuthority.create()
    const stranger = await elsewhere.device("810000000002")
    await expect(joinExternally(stranger, groupId(ofAlice), info, 0)).rejects.toThrow("invalid")
  })
})
