import { hex, sameBytes, sha256, concat, type Bytes } from "../encoding/bytes"
import { isUuid, type DeviceId } from "../ids"
import { parseCertificate, type ParsedCertificate } from "./certificate"
import { verifySignature } from "./signature"

/** Who a leaf of the tree is, as the directory's authority certified it. */
export type DeviceIdentity = {
  readonly deviceId: DeviceId
  readonly name: string
  readonly nationalId: string
  readonly signatureKey: Uint8Array
}

/**
 * The MLS authentication service: binds a signature key to a device of a registered person.
 * Fails closed: anything odd in the chain is `undefined`.
 */
export class Trust {
  readonly #root: ParsedCertificate
  readonly #verified = new Map<string, ParsedCertificate>()

  /** `rootCertificate`: DER of the pinned trust anchor. */
  constructor(rootCertificate: Uint8Array) {
    this.#root = parseCertificate(rootCertificate)
  }

  /**
   * `at`: the moment for which the certificate must be valid: now for whoever we add, the time of
   * acceptance for what others committed. `"ever"` skips the period, for members who were already
   * in a group we join: their expiry must not lock us out of it.
   */
  async identify(
    chain: readonly Uint8Array[],
    signatureKey: Uint8Array,
    at: Date | "ever",
  ): Promise<DeviceIdentity | undefined> {
    const leaf = await this.#verify(chain)
    if (leaf?.ed25519Key === undefined || !sameBytes(leaf.ed25519Key, signatureKey))
      return undefined
    if (at !== "ever" && (at < leaf.notBefore || at > leaf.notAfter)) return undefined
    const { deviceId, nationalId, commonName } = leaf
    if (!isUuid(deviceId) || !nationalId) return undefined
    return { deviceId: deviceId as DeviceId, nationalId, name: commonName ?? "", signatureKey }
  }

  /** The key (SPKI) of a card signer certified at that moment; no device passes for one. */
  async cardSigner(chain: readonly Uint8Array[], at: Date): Promise<Bytes | undefined> {
    const leaf = await this.#verify(chain)
    if (!leaf?.cardSigner) return undefined
    return at >= leaf.notBefore && at <= leaf.notAfter ? leaf.publicKey : undefined
  }

  /** Signatures do not change, so a chain is verified once; the period is judged at every call. */
  async #verify(chain: readonly Uint8Array[]): Promise<ParsedCertificate | undefined> {
    if (chain.length < 1 || chain.length > 3) return undefined
    const key = hex(await sha256(concat(...chain)))
    const known = this.#verified.get(key)
    if (known) return known
    const leaf = await this.#verifyChain(chain)
    if (leaf) this.#verified.set(key, leaf)
    return leaf
  }

  async #verifyChain(chain: readonly Uint8Array[]): Promise<ParsedCertificate | undefined> {
    let certificates: ParsedCertificate[]
    try {
      certificates = chain.map(parseCertificate)
    } catch {
      return undefined
    }
    const last = certificates.at(-1)
    // A chain may repeat the root at its end; it is the pinned one that counts.
    if (last && certificates.length > 1 && sameBytes(last.tbs, this.#root.tbs)) certificates.pop()
    const path = [...certificates, this.#root]
    for (const [i, certificate] of path.slice(0, -1).entries()) {
      const issuer = path[i + 1]
      if (!issuer || !(await isIssuedBy(certificate, issuer))) return undefined
      if (i > 0 && !(certificate.authority && certificate.maySignCertificates)) return undefined
    }
    const leaf = certificates[0]
    if (!leaf || leaf.authority || !leaf.maySign) return undefined
    return certificates.some((c) => c.unknownCritical) ? undefined : leaf
  }
}

async function isIssuedBy(certificate: ParsedCertificate, issuer: ParsedCertificate) {
  return (
    certificate.issuer === issuer.subject &&
    certificate.notAfter <= issuer.notAfter &&
    (await verifySignature(
      certificate.signatureAlgorithm,
      issuer.publicKey,
      certificate.signature,
      certificate.tbs,
    ))
  )
}
