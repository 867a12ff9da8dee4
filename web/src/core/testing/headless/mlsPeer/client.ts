import {
  bytesToBase64,
  decodeGroupState,
  defaultKeyPackageEqualityConfig,
  encodeGroupState,
  generateKeyPackageWithKey,
  makePskIndex,
  type CiphersuiteImpl,
  type ClientConfig,
  type ClientState,
  type KeyPackage,
  type PrivateKeyPackage,
  type PskIndex,
} from "ts-mls"
import { makeKeyPackageRef } from "ts-mls/keyPackage.js"
import { hex } from "../../../encoding/bytes"
import { adopt } from "../../../mls/commit"
import { encodeMessage } from "../../../mls/message"
import { suiteOf } from "./suites"

/** As the web client has it, but for credentials: here everybody is believed. */
export function openConfig(padUntilLength = 256): ClientConfig {
  return {
    keyRetentionConfig: {
      retainKeysForGenerations: 1_000,
      retainKeysForEpochs: 4,
      maximumForwardRatchetSteps: 5_000,
    },
    lifetimeConfig: { maximumTotalLifetime: 7_776_000n, validateLifetimeOnReceive: false },
    keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
    paddingConfig: { kind: "padUntilLength", padUntilLength },
    authService: { validateCredential: () => Promise.resolve(true) },
  }
}

export type OwnKeyPackage = {
  readonly publicPackage: KeyPackage
  readonly privatePackage: PrivateKeyPackage
}

/** What a client holds of one group, as it would lie in a store. */
type Stored = {
  current?: Uint8Array
  pending?: Uint8Array
  /** Private keys of our proposed updates, by the public key in the proposed leaf. */
  updates: Map<string, Uint8Array>
}

/**
 * A member of groups under one signature key. Every state it answers was decoded from bytes and
 * every state it takes is encoded at once, so nothing survives that a reload would lose.
 */
export class PeerClient {
  readonly #keyPackages = new Map<string, OwnKeyPackage>()
  readonly #psks: Record<string, Uint8Array> = {}
  readonly #groups = new Map<string, Stored>()

  private constructor(
    readonly suite: CiphersuiteImpl,
    readonly identity: Uint8Array,
    readonly keys: { readonly signKey: Uint8Array; readonly publicKey: Uint8Array },
  ) {}

  static async create(suiteNumber: number, identity: Uint8Array): Promise<PeerClient> {
    const suite = await suiteOf(suiteNumber)
    return new PeerClient(suite, identity, await suite.signature.keygen())
  }

  async newKeyPackage(): Promise<OwnKeyPackage> {
    const seconds = BigInt(Math.floor(Date.now() / 1000))
    return generateKeyPackageWithKey(
      { credentialType: "basic", identity: this.identity },
      {
        versions: ["mls10"],
        ciphersuites: [this.suite.name],
        extensions: [],
        proposals: [],
        credentials: ["basic", "x509"],
      },
      { notBefore: seconds - 3_600n, notAfter: seconds + 5_184_000n },
      [],
      this.keys,
      this.suite,
    )
  }

  /** One to hand out; its private half waits for the Welcome. */
  async publishKeyPackage(): Promise<Uint8Array> {
    const own = await this.newKeyPackage()
    this.#keyPackages.set(hex(await makeKeyPackageRef(own.publicPackage, this.suite.hash)), own)
    return encodeMessage({
      version: "mls10",
      wireformat: "mls_key_package",
      keyPackage: own.publicPackage,
    })
  }

  /** The first of our key packages under these references; it is used up. */
  takeKeyPackage(refs: readonly Uint8Array[]): OwnKeyPackage {
    for (const ref of refs.map(hex)) {
      const own = this.#keyPackages.get(ref)
      this.#keyPackages.delete(ref)
      if (own) return own
    }
    throw new Error("the welcome is for none of our key packages")
  }

  registerPsk(id: Uint8Array, secret: Uint8Array): void {
    this.#psks[bytesToBase64(id)] = secret
  }

  psks(state?: ClientState): PskIndex {
    return makePskIndex(state, this.#psks)
  }

  load(group: string, padUntilLength?: number): ClientState {
    return decode(this.#of(group).current, padUntilLength)
  }

  store(group: string, state: ClientState): void {
    this.#of(group).current = encodeGroupState(state)
  }

  /** A new epoch: what was pending or proposed in the former one is void. */
  enter(group: string, state: ClientState): void {
    this.#groups.set(group, { current: encodeGroupState(state), updates: new Map() })
  }

  leave(group: string): void {
    this.#groups.delete(group)
  }

  storePending(group: string, state: ClientState): void {
    this.#of(group).pending = encodeGroupState(state)
  }

  accept(group: string): void {
    const { current, pending } = this.#of(group)
    const next = decode(pending)
    const before = current && decode(current)
    const follows = before && next.historicalReceiverData.has(before.groupContext.epoch)
    this.enter(group, follows ? adopt({ state: next }, { state: before }).state : next)
  }

  drop(group: string): void {
    delete this.#of(group).pending
  }

  rememberUpdate(group: string, publicKey: Uint8Array, privateKey: Uint8Array): void {
    this.#of(group).updates.set(hex(publicKey), privateKey)
  }

  updateKey(group: string, publicKey: Uint8Array): Uint8Array | undefined {
    return this.#of(group).updates.get(hex(publicKey))
  }

  #of(group: string): Stored {
    const known = this.#groups.get(group) ?? { updates: new Map<string, Uint8Array>() }
    this.#groups.set(group, known)
    return known
  }
}

function decode(bytes: Uint8Array | undefined, padUntilLength?: number): ClientState {
  if (!bytes) throw new Error("no such group")
  const decoded = decodeGroupState(bytes.slice(), 0)
  if (decoded?.[1] !== bytes.length) throw new Error("the stored state does not decode")
  return { ...decoded[0], clientConfig: openConfig(padUntilLength) }
}
