import { encodeMlsMessage, proposeExternal, type Proposal } from "ts-mls"
import { toBase64url } from "../../../encoding/base64url"
import { randomBytes, utf8 } from "../../../encoding/bytes"
import { decodeMessage } from "../../../mls/message"
import type { seededRandom } from "../../random"
import { PeerClient } from "./client"
import { commit, create, groupInfoOf, join, joinExternal, type Change } from "./commits"
import { process } from "./messages"
import { propose, type Wish } from "./proposals"

/** The handshake messages that lead to one epoch. */
export type Epoch = { readonly proposals: readonly Uint8Array[]; readonly commit: Uint8Array }

/** A group whose members all follow, and a server that may propose to remove some of them. */
export class Party {
  readonly group = toBase64url(randomBytes(16))
  readonly members: PeerClient[] = []
  readonly #psks: (readonly [id: Uint8Array, secret: Uint8Array])[] = []

  private constructor(
    readonly suite: number,
    readonly random: ReturnType<typeof seededRandom>,
    readonly server: PeerClient,
  ) {}

  static async of(suite: number, random: ReturnType<typeof seededRandom>): Promise<Party> {
    const server = await PeerClient.create(suite, utf8("server"))
    const party = new Party(suite, random, server)
    const founder = await party.newcomer()
    await create(founder, party.group, [{ key: server.keys.publicKey, identity: server.identity }])
    party.members.push(founder)
    return party
  }

  get psks(): readonly (readonly [id: Uint8Array, secret: Uint8Array])[] {
    return this.#psks
  }

  async newcomer(): Promise<PeerClient> {
    const client = await PeerClient.create(this.suite, randomBytes(8))
    for (const [id, secret] of this.#psks) client.registerPsk(id, secret)
    return client
  }

  newPsk(): Uint8Array {
    const known = [randomBytes(8), randomBytes(32)] as const
    this.#psks.push(known)
    for (const client of this.members) client.registerPsk(...known)
    return known[0]
  }

  leafOf(client: PeerClient): number {
    return client.load(this.group).privatePath.leafIndex
  }

  authenticator(): Uint8Array {
    return this.random.pick(this.members).load(this.group).keySchedule.epochAuthenticator
  }

  async propose(by: PeerClient, wish: Wish): Promise<Uint8Array> {
    const framing = { private: this.random.below(2) === 0, aad: randomBytes(4) }
    const message = await propose(by, this.group, wish, framing)
    await this.#others(by, message)
    return message
  }

  async proposeByServer(proposal: Proposal): Promise<Uint8Array> {
    const { publicKey, signKey } = this.server.keys
    const info = decodeMessage(await this.groupInfo(), "mls_group_info").groupInfo
    const suite = this.server.suite
    const message = encodeMlsMessage(
      await proposeExternal(info, proposal, publicKey, signKey, suite),
    )
    await this.#others(undefined, message)
    return message
  }

  /** `joining` have been added by a key package of theirs, `leaving` are removed by the commit. */
  async commit(
    by: PeerClient,
    change: Partial<Change>,
    { joining = [], leaving = [] }: { joining?: PeerClient[]; leaving?: PeerClient[] } = {},
  ): Promise<{ commit: Uint8Array; welcome: Uint8Array | undefined }> {
    const made = await commit(by, this.group, {
      private: this.random.below(2) === 0,
      aad: randomBytes(4),
      add: [],
      remove: leaving.map((client) => this.leafOf(client)),
      psk: [],
      extensions: undefined,
      byReference: true,
      noPath: false,
      welcomeWithoutTree: false,
      ...change,
    })
    await this.#others(by, made.commit)
    by.accept(this.group)
    for (const client of leaving) this.members.splice(this.members.indexOf(client), 1)
    for (const client of joining) {
      await join(client, made.welcome ?? new Uint8Array(), undefined)
      this.members.push(client)
    }
    return made
  }

  async joinExternal(client: PeerClient, resync: boolean): Promise<Uint8Array> {
    const options = { resync, tree: undefined, aad: randomBytes(4) }
    const made = await joinExternal(client, await this.groupInfo(), options)
    await this.#others(client, made.commit)
    client.accept(this.group)
    if (!resync) this.members.push(client)
    return made.commit
  }

  async groupInfo(): Promise<Uint8Array> {
    const one = this.random.pick(this.members)
    return groupInfoOf(one, one.load(this.group))
  }

  async #others(by: PeerClient | undefined, message: Uint8Array): Promise<void> {
    for (const client of this.members) if (client !== by) await process(client, this.group, message)
  }
}
