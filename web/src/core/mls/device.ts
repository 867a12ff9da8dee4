import {
  defaultKeyPackageEqualityConfig,
  type CiphersuiteImpl,
  type ClientConfig,
  type Credential,
  type CredentialX509,
} from "ts-mls"
import type { DeviceId } from "../ids"
import type { DeviceKey } from "./deviceKey"
import { isSender } from "./externalSenders"
import { deviceSuite } from "./suite"
import type { DeviceIdentity, Trust } from "./trust"

/**
 * Past keys kept to read late messages. The log is processed in order, so these only matter for
 * messages that were accepted in another order than they were encrypted.
 */
const RETENTION = {
  retainKeysForGenerations: 1_000,
  retainKeysForEpochs: 4,
  maximumForwardRatchetSteps: 5_000,
}

/** An enrolled device as MLS sees it: key, certificate chain, suite and the judge of other credentials. */
export type MlsDevice = {
  readonly id: DeviceId
  readonly key: DeviceKey
  readonly credential: CredentialX509
  readonly suite: CiphersuiteImpl
  readonly trust: Trust
}

export async function mlsDevice(
  id: DeviceId,
  key: DeviceKey,
  certificateChain: readonly Uint8Array[],
  trust: Trust,
): Promise<MlsDevice> {
  const credential: CredentialX509 = {
    credentialType: "x509",
    certificates: [...certificateChain],
  }
  return { id, key, credential, suite: await deviceSuite(key), trust }
}

export async function identify(
  device: MlsDevice,
  credential: Credential,
  signatureKey: Uint8Array,
  at: Date | "ever",
): Promise<DeviceIdentity | undefined> {
  if (credential.credentialType !== "x509") return undefined
  return device.trust.identify(credential.certificates, signatureKey, at)
}

/**
 * The configuration of one call: `at` is the time for which credentials must be valid, `senders` the
 * external senders that are accepted beside certified devices.
 */
export function configFor(
  device: MlsDevice,
  at: Date | "ever",
  { padTo = 256, senders }: { readonly padTo?: number; readonly senders?: Uint8Array } = {},
): ClientConfig {
  return {
    keyRetentionConfig: RETENTION,
    // ts-mls checks lifetimes of what we add; checking on receipt would lock out late readers.
    lifetimeConfig: { maximumTotalLifetime: 7_776_000n, validateLifetimeOnReceive: false },
    keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
    paddingConfig: { kind: "padUntilLength", padUntilLength: padTo },
    authService: {
      validateCredential: async (credential, signatureKey) =>
        (senders !== undefined && isSender(senders, credential, signatureKey)) ||
        (await identify(device, credential, signatureKey, at)) !== undefined,
    },
  }
}
