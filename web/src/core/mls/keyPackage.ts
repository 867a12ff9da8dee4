import { generateKeyPackageWithKey, type Capabilities, type KeyPackage } from "ts-mls"
import { makeKeyPackageRef } from "ts-mls/keyPackage.js"
import { hex } from "../encoding/bytes"
import { identify, type MlsDevice } from "./device"
import { guarded, MlsFailure } from "./failure"
import { decodeMessage, encodeMessage } from "./message"
import { KEY_HANDLE, SUITE_NAME } from "./suite"
import type { DeviceIdentity } from "./trust"

const DAY = 86_400
/** Well under the 90 days the server accepts; replenishing replaces what expires. */
const LIFETIME_DAYS = 60

const CAPABILITIES: Capabilities = {
  versions: ["mls10"],
  ciphersuites: [SUITE_NAME],
  extensions: [],
  proposals: [],
  credentials: ["x509"],
}

/** A key package we published, with the private half that opens a Welcome made for it. */
export type OwnKeyPackage = {
  /** Hex of the KeyPackageRef: how a Welcome names it. */
  readonly ref: string
  /** The MLSMessage to publish. */
  readonly message: Uint8Array
  readonly initPrivateKey: Uint8Array
  readonly hpkePrivateKey: Uint8Array
}

export async function createKeyPackage(device: MlsDevice, now: Date): Promise<OwnKeyPackage> {
  const seconds = Math.floor(now.getTime() / 1000)
  const lifetime = {
    // An hour back, for adders whose clock is behind.
    notBefore: BigInt(seconds - 3600),
    notAfter: BigInt(seconds + LIFETIME_DAYS * DAY),
  }
  const { publicPackage, privatePackage } = await generateKeyPackageWithKey(
    device.credential,
    CAPABILITIES,
    lifetime,
    [],
    { signKey: KEY_HANDLE, publicKey: device.key.publicKey },
    device.suite,
  )
  return {
    ref: hex(await makeKeyPackageRef(publicPackage, device.suite.hash)),
    message: encodeMessage({
      version: "mls10",
      wireformat: "mls_key_package",
      keyPackage: publicPackage,
    }),
    initPrivateKey: privatePackage.initPrivateKey,
    hpkePrivateKey: privatePackage.hpkePrivateKey,
  }
}

export function decodeKeyPackage(bytes: Uint8Array): KeyPackage {
  return decodeMessage(bytes, "mls_key_package").keyPackage
}

/** Whose key package it is; refuses one that is not certified at `at`. The caller checks it is who they asked for. */
export async function keyPackageOwner(
  device: MlsDevice,
  bytes: Uint8Array,
  at: Date,
): Promise<DeviceIdentity> {
  return guarded(async () => {
    const leaf = decodeKeyPackage(bytes).leafNode
    const owner = await identify(device, leaf.credential, leaf.signaturePublicKey, at)
    if (!owner) throw new MlsFailure("credential")
    return owner
  })
}
