import {
  acceptAll,
  bytesToBase64,
  ciphersuites,
  joinGroup,
  makePskIndex,
  processMessage,
  type ClientState,
} from "ts-mls"
import { decodeMlsMessage } from "ts-mls/message.js"
import { hex, sameBytes } from "../../../encoding/bytes"
import { decodeKeyPackage } from "../../../mls/keyPackage"
import { decodeMessage } from "../../../mls/message"
import { openConfig } from "./client"
import { treeOf } from "./commits"
import { suiteOf } from "./suites"

/** One case of the MLS working group's passive-client vectors; bytes are hex. */
export type PassiveClientCase = {
  readonly cipher_suite: number
  readonly external_psks: readonly { readonly psk_id: string; readonly psk: string }[]
  readonly key_package: string
  readonly signature_priv: string
  readonly encryption_priv: string
  readonly init_priv: string
  readonly welcome: string
  readonly ratchet_tree: string | null
  readonly initial_epoch_authenticator: string
  readonly epochs: readonly {
    readonly proposals: readonly string[]
    readonly commit: string
    readonly epoch_authenticator: string
  }[]
}

/** Joins and follows every epoch. Throws where an authenticator is not the one of the case. */
export async function replay(vector: PassiveClientCase): Promise<void> {
  const suite = await suiteOf(vector.cipher_suite)
  const known = Object.fromEntries(
    vector.external_psks.map(({ psk_id, psk }) => [bytesToBase64(unhex(psk_id)), unhex(psk)]),
  )
  const keyPackage = decodeKeyPackage(unhex(vector.key_package))
  if (ciphersuites[keyPackage.cipherSuite] !== vector.cipher_suite) throw new Error("wrong suite")
  let state = await joinGroup(
    decodeMessage(unhex(vector.welcome), "mls_welcome").welcome,
    keyPackage,
    {
      initPrivateKey: unhex(vector.init_priv),
      hpkePrivateKey: unhex(vector.encryption_priv),
      signaturePrivateKey: unhex(vector.signature_priv),
    },
    makePskIndex(undefined, known),
    suite,
    vector.ratchet_tree === null ? undefined : treeOf(unhex(vector.ratchet_tree)),
    undefined,
    openConfig(),
  )
  expectAuthenticator(state, vector.initial_epoch_authenticator)
  for (const { proposals, commit, epoch_authenticator } of vector.epochs) {
    for (const message of [...proposals, commit]) {
      const psks = makePskIndex(state, known)
      state = (await processMessage(handshake(message), state, psks, acceptAll, suite)).newState
    }
    expectAuthenticator(state, epoch_authenticator)
  }
}

function handshake(text: string) {
  const message = decodeMlsMessage(unhex(text), 0)?.[0]
  if (message?.wireformat === "mls_public_message") return message
  if (message?.wireformat === "mls_private_message") return message
  throw new TypeError("not a handshake message")
}

function expectAuthenticator(state: ClientState, expected: string): void {
  const actual = state.keySchedule.epochAuthenticator
  if (!sameBytes(actual, unhex(expected)))
    throw new Error(`epoch ${state.groupContext.epoch}: ${hex(actual)} instead of ${expected}`)
}

function unhex(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new TypeError("not hex")
  return new Uint8Array(Buffer.from(text, "hex"))
}
