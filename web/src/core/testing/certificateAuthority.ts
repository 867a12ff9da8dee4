import type { Name } from "@peculiar/asn1-x509"
import { view, type Bytes } from "../encoding/bytes"
import { newId, type DeviceId } from "../ids"
import { mlsDevice, type MlsDevice } from "../mls/device"
import { generateDeviceKey } from "../mls/deviceKey"
import { Trust } from "../mls/trust"
import { issueCertificate, nameOf } from "./certificate"

const DAY = 86_400_000
const COMMON_NAME = "2.5.4.3"
const SERIAL_NUMBER = "2.5.4.5"

export type DeviceCertificate = {
  readonly deviceId: string
  readonly nationalId: string
  readonly name: string
  readonly publicKey: Uint8Array
  readonly notBefore?: Date
  readonly notAfter?: Date
}

/** A directory authority for tests: root, intermediate, device certificates, as the service issues them. */
export class CertificateAuthority {
  private constructor(
    readonly root: Bytes,
    private readonly intermediate: Bytes,
    private readonly name: Name,
    private readonly key: CryptoKey,
  ) {}

  static async create(): Promise<CertificateAuthority> {
    const rootKeys = await ed25519()
    const keys = await ed25519()
    const rootName = nameOf([COMMON_NAME, "Liaison test root"])
    const name = nameOf([COMMON_NAME, "Liaison test devices"])
    const common = {
      issuer: rootName,
      signingKey: rootKeys.privateKey,
      notBefore: new Date(Date.now() - DAY),
      notAfter: new Date(Date.now() + 3650 * DAY),
      authority: true,
    }
    const root = await issueCertificate({
      ...common,
      subject: rootName,
      publicKey: rootKeys.publicKey,
    })
    const intermediate = await issueCertificate({
      ...common,
      subject: name,
      publicKey: keys.publicKey,
    })
    return new CertificateAuthority(root, intermediate, name, keys.privateKey)
  }

  trust(): Trust {
    return new Trust(this.root)
  }

  /** Leaf and intermediate, as `POST /v1/devices` answers them. */
  async issue(device: DeviceCertificate): Promise<readonly Bytes[]> {
    const leaf = await issueCertificate({
      subject: nameOf([COMMON_NAME, device.name], [SERIAL_NUMBER, device.nationalId]),
      issuer: this.name,
      signingKey: this.key,
      publicKey: await crypto.subtle.importKey("raw", view(device.publicKey), "Ed25519", true, [
        "verify",
      ]),
      notBefore: device.notBefore ?? new Date(Date.now() - 60_000),
      notAfter: device.notAfter ?? new Date(Date.now() + 90 * DAY),
      authority: false,
      uri: `urn:liaison:device:${device.deviceId}`,
    })
    return [leaf, this.intermediate]
  }

  /** Signer and intermediate, as a signed card bears them. */
  async issueCardSigner(
    publicKey: CryptoKey,
    period: { readonly notBefore?: Date; readonly notAfter?: Date } = {},
  ): Promise<readonly Bytes[]> {
    const leaf = await issueCertificate({
      subject: nameOf([COMMON_NAME, "Liaison test cards"]),
      issuer: this.name,
      signingKey: this.key,
      publicKey,
      notBefore: period.notBefore ?? new Date(Date.now() - DAY),
      notAfter: period.notAfter ?? new Date(Date.now() + 30 * DAY),
      authority: false,
      uri: "urn:liaison:card-signer",
    })
    return [leaf, this.intermediate]
  }

  /** A ready device of a person. */
  async device(nationalId: string, trust = this.trust()): Promise<MlsDevice> {
    const deviceId = newId<DeviceId>()
    const key = await generateDeviceKey()
    const chain = await this.issue({
      deviceId,
      nationalId,
      name: nationalId,
      publicKey: key.publicKey,
    })
    return mlsDevice(deviceId, key, chain, trust)
  }
}

async function ed25519(): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])
}
