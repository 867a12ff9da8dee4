import { beforeAll, describe, expect, it } from "vitest"
import { utf8 } from "../encoding/bytes"
import { newId, type ConversationId } from "../ids"
import { CertificateAuthority } from "../testing/certificateAuthority"
import { DeliverySigner } from "../testing/deliverySigner"
import { adopt, commit, createGroup } from "./commit"
import type { MlsDevice } from "./device"
import {
  decodeGroup,
  encodeGroup,
  epochAuthenticator,
  isMember,
  members,
  type Group,
} from "./group"
import { createKeyPackage, keyPackageOwner } from "./keyPackage"
import { join, receiveCommit, receiveMessage, welcomeRefs } from "./receive"
import { encryptMessage } from "./send"

const now = () => new Date()
const aad = new Uint8Array(16)
let authority: CertificateAuthority
let alice: MlsDevice
let bob: MlsDevice
let signer: DeliverySigner

beforeAll(async () => {
  authority = await CertificateAuthority.create()
  signer = await DeliverySigner.create()
  alice = await authority.device("810000000001")
  bob = await authority.device("810000000002")
})

async function pair(): Promise<{ ofAlice: Group; ofBob: Group }> {
  const alone = await createGroup(alice, newId<ConversationId>(), signer.senders)
  const forBob = await createKeyPackage(bob, now())
  const pending = await commit(alice, alone, { add: [forBob.message], remove: [] })
  const welcome = pending.welcome ?? new Uint8Array()
  expect(welcomeRefs(welcome)).toEqual([forBob.ref])
  return { ofAlice: pending.next, ofBob: await join(bob, welcome, forBob) }
}

describe("an MLS conversation of certified devices", () => {
  it("carries messages both ways, with the sender proven", async () => {
    const { ofAlice, ofBob } = await pair()
    expect(epochAuthenticator(ofBob)).toEqual(epochAuthenticator(ofAlice))

    const sent = await encryptMessage(alice, ofAlice, utf8("bonjour"), aad)
    const received = await receiveMessage(bob, ofBob, sent.message)
    expect(received.plaintext).toEqual(utf8("bonjour"))
    expect(received.sender.nationalId).toBe("810000000001")
    expect(received.sender.deviceId).toBe(alice.id)

    const answer = await encryptMessage(bob, received.next, utf8("merci"), aad)
    const back = await receiveMessage(alice, sent.next, answer.message)
    expect(back.plaintext).toEqual(utf8("merci"))
  })

  it("continues from a stored state, which holds no device key", async () => {
    const { ofAlice, ofBob } = await pair()
    const restored = decodeGroup(alice, encodeGroup(ofAlice))
    const sent = await encryptMessage(alice, restored, utf8("après la nuit"), aad)
    const received = await receiveMessage(bob, decodeGroup(bob, encodeGroup(ofBob)), sent.message)
    expect(received.plaintext).toEqual(utf8("après la nuit"))
  })

  it("refuses a message twice and a tampered one, then still reads the genuine one", async () => {
    const { ofAlice, ofBob } = await pair()
    const sent = await encryptMessage(alice, ofAlice, utf8("une fois"), aad)
    const tampered = sent.message.slice()
    tampered[tampered.length - 1] = (tampered[tampered.length - 1] ?? 0) ^ 1
    await expect(receiveMessage(bob, ofBob, tampered)).rejects.toThrow("invalid")
    const received = await receiveMessage(bob, ofBob, sent.message)
    await expect(receiveMessage(bob, received.next, sent.message)).rejects.toThrow("invalid")
  })

  it("tells only the bucket of a message's length", async () => {
    const { ofAlice } = await pair()
    const lengths = new Set<number>()
    for (const size of [1, 40, 150])
      lengths.add((await encryptMessage(alice, ofAlice, new Uint8Array(size), aad)).message.length)
    expect(lengths.size).toBe(1)
    const longer = new Set<number>()
    for (const size of [600, 800, 900])
      longer.add((await encryptMessage(alice, ofAlice, new Uint8Array(size), aad)).message.length)
    expect(longer.size).toBe(1)
  })

  it("reads a message of the former epoch after a commit", async () => {
    const { ofAlice, ofBob } = await pair()
    const late = await encryptMessage(bob, ofBob, utf8("croisé"), aad)
    const pending = await commit(alice, ofAlice, { add: [], remove: [] })
    const received = await receiveMessage(alice, pending.next, late.message)
    expect(received.plaintext).toEqual(utf8("croisé"))
    expect(received.sender.deviceId).toBe(bob.id)
  })

  it("lets the loser of two concurrent commits drop its own and follow the winner", async () => {
    const { ofAlice, ofBob } = await pair()
    const won = await commit(alice, ofAlice, { add: [], remove: [] })
    await commit(bob, ofBob, { add: [], remove: [] })
    const followed = await receiveCommit(bob, ofBob, won.commit, now())
    expect(epochAuthenticator(followed.next)).toEqual(epochAuthenticator(won.next))
  })

  it("keeps what was read of the old epoch when a pending commit is adopted", async () => {
    const { ofAlice, ofBob } = await pair()
    const pending = await commit(alice, ofAlice, { add: [], remove: [] })
    const sent = await encryptMessage(bob, ofBob, utf8("entre-temps"), aad)
    const read = await receiveMessage(alice, ofAlice, sent.message)
    const adopted = adopt(pending.next, read.next)
    await expect(receiveMessage(alice, adopted, sent.message)).rejects.toThrow("invalid")
  })

  it("tells a removed device that it was removed, and who remains", async () => {
    const { ofAlice, ofBob } = await pair()
    const bobLeaf = (await members(alice, ofAlice)).find((m) => m.deviceId === bob.id)
    const pending = await commit(alice, ofAlice, { add: [], remove: [bobLeaf?.leafIndex ?? -1] })
    const removed = await receiveCommit(bob, ofBob, pending.commit, now())
    expect(isMember(removed.next)).toBe(false)
    expect(removed.removed.map((m) => m.deviceId)).toEqual([bob.id])
    expect((await members(alice, pending.next)).map((m) => m.deviceId)).toEqual([alice.id])
  })

  it("refuses devices of another authority, on key package and on join", async () => {
    const other = await CertificateAuthority.create()
    const mallory = await other.device("810000000001")
    const forged = await createKeyPackage(mallory, now())
    await expect(keyPackageOwner(alice, forged.message, now())).rejects.toThrow("credential")
    const alone = await createGroup(alice, newId<ConversationId>(), signer.senders)
    await expect(commit(alice, alone, { add: [forged.message], remove: [] })).rejects.toThrow()
    const trap = await createGroup(mallory, newId<ConversationId>(), signer.senders)
    const forAlice = await createKeyPackage(alice, now())
    const trusting = await other.device("810000000009")
    expect(trusting).toBeDefined()
    await expect(commit(mallory, trap, { add: [forAlice.message], remove: [] })).rejects.toThrow()
  })

  it("answers garbage with a refusal", async () => {
    const { ofBob } = await pair()
    for (let i = 0; i < 200; i++) {
      const bytes = crypto.getRandomValues(new Uint8Array(i))
      await expect(receiveMessage(bob, ofBob, bytes)).rejects.toThrow("malformed")
      await expect(receiveCommit(bob, ofBob, bytes, now())).rejects.toThrow("malformed")
    }
  })
})
