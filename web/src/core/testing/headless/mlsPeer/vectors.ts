import { encodeExternalSenders } from "ts-mls"
import { encodeRatchetTree } from "ts-mls/ratchetTree.js"
import { hex, utf8 } from "../../../encoding/bytes"
import { encodeMessage } from "../../../mls/message"
import { seededRandom } from "../../random"
import { Party, type Epoch } from "./party"
import type { PassiveClientCase } from "./passiveClient"

/** What brings about an epoch. The groups stay at about seven members. */
const steps: readonly ((party: Party) => Promise<Epoch>)[] = [
  async function empty(party) {
    return { proposals: [], ...(await party.commit(party.random.pick(party.members), {})) }
  },
  async function add(party) {
    const newcomer = await party.newcomer()
    const add = [await newcomer.publishKeyPackage()]
    const by = party.random.pick(party.members)
    const noPath = party.random.below(2) === 0
    return { proposals: [], ...(await party.commit(by, { add, noPath }, { joining: [newcomer] })) }
  },
  async function addByReference(party) {
    const newcomer = await party.newcomer()
    const [proposer, by] = pair(party)
    const keyPackage = await newcomer.publishKeyPackage()
    const proposals = [await party.propose(proposer, { kind: "add", keyPackage })]
    return { proposals, ...(await party.commit(by, {}, { joining: [newcomer] })) }
  },
  async function remove(party) {
    const [by, gone] = pair(party)
    return { proposals: [], ...(await party.commit(by, {}, { leaving: [gone] })) }
  },
  async function removeByReference(party) {
    const [by, gone, proposer] = party.random.shuffle(party.members)
    if (!by || !gone) throw new RangeError("too few members")
    const wish = { kind: "remove", leaf: party.leafOf(gone) } as const
    const proposals = [await party.propose(proposer ?? by, wish)]
    return { proposals, ...(await party.commit(by, { remove: [] }, { leaving: [gone] })) }
  },
  async function removeByServer(party) {
    const [by, gone] = pair(party)
    const removed = party.leafOf(gone)
    const proposal = { proposalType: "remove", remove: { removed } } as const
    const proposals = [await party.proposeByServer(proposal)]
    return { proposals, ...(await party.commit(by, { remove: [] }, { leaving: [gone] })) }
  },
  async function updateByReference(party) {
    const [by, ...proposers] = party.random.shuffle(party.members).slice(0, 3)
    if (!by) throw new RangeError("nobody")
    const proposals: Uint8Array[] = []
    for (const one of proposers) proposals.push(await party.propose(one, { kind: "update" }))
    return { proposals, ...(await party.commit(by, {})) }
  },
  async function psk(party) {
    const by = party.random.pick(party.members)
    const change = { psk: [knownPsk(party)], noPath: party.random.below(2) === 0 }
    return { proposals: [], ...(await party.commit(by, change)) }
  },
  async function pskByReference(party) {
    const [by, proposer] = pair(party)
    const proposals = [await party.propose(proposer, { kind: "psk", psk: knownPsk(party) })]
    return { proposals, ...(await party.commit(by, {})) }
  },
  async function extensions(party) {
    const signaturePublicKey = party.server.keys.publicKey
    const senders = ["server", `renewed ${party.random.below(100)}`].map((name) => ({
      signaturePublicKey,
      credential: { credentialType: "basic" as const, identity: utf8(name) },
    }))
    const extension = {
      extensionType: "external_senders",
      extensionData: encodeExternalSenders(senders),
    } as const
    const by = party.random.pick(party.members)
    return { proposals: [], ...(await party.commit(by, { extensions: [extension] })) }
  },
  async function external(party) {
    return { proposals: [], commit: await party.joinExternal(await party.newcomer(), false) }
  },
  async function resync(party) {
    const lost = party.random.pick(party.members)
    return { proposals: [], commit: await party.joinExternal(lost, true) }
  },
]

/** A passive client's life of one epoch per kind of step, in an order of `seed`. */
export async function passiveClientCase(suite: number, seed: number): Promise<PassiveClientCase> {
  const random = seededRandom(seed)
  const party = await Party.of(suite, random)
  for (const size of [2, 3]) {
    const joining = await Promise.all(Array.from({ length: size }, () => party.newcomer()))
    const add = await Promise.all(joining.map((client) => client.publishKeyPackage()))
    await party.commit(random.pick(party.members), { add }, { joining })
  }
  party.newPsk()
  party.newPsk()
  const passive = await party.newcomer()
  const own = await passive.newKeyPackage()
  const keyPackage = encodeMessage({
    version: "mls10",
    wireformat: "mls_key_package",
    keyPackage: own.publicPackage,
  })
  const treeApart = seed % 2 === 0
  const { welcome } = await party.commit(random.pick(party.members), {
    add: [keyPackage],
    psk: seed % 4 < 2 ? [knownPsk(party)] : [],
    welcomeWithoutTree: treeApart,
    noPath: seed % 3 === 0,
  })
  const tree = encodeRatchetTree(random.pick(party.members).load(party.group).ratchetTree)
  const initial = party.authenticator()
  const epochs = []
  for (const step of random.shuffle(steps)) {
    const { proposals, commit } = await step(party)
    epochs.push({
      proposals: proposals.map(hex),
      commit: hex(commit),
      epoch_authenticator: hex(party.authenticator()),
    })
  }
  return {
    cipher_suite: suite,
    external_psks: party.psks.map(([id, secret]) => ({ psk_id: hex(id), psk: hex(secret) })),
    key_package: hex(keyPackage),
    signature_priv: hex(own.privatePackage.signaturePrivateKey),
    encryption_priv: hex(own.privatePackage.hpkePrivateKey),
    init_priv: hex(own.privatePackage.initPrivateKey),
    welcome: hex(welcome ?? new Uint8Array()),
    ratchet_tree: treeApart ? hex(tree) : null,
    initial_epoch_authenticator: hex(initial),
    epochs,
  }
}

function pair(party: Party) {
  const [first, second] = party.random.shuffle(party.members)
  if (!first || !second) throw new RangeError("too few members")
  return [first, second] as const
}

function knownPsk(party: Party): Uint8Array {
  return party.random.pick(party.psks)[0]
}
