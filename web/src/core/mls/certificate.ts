import { AsnConvert } from "@peculiar/asn1-schema"
import {
  BasicConstraints,
  Certificate,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  KeyUsage,
  KeyUsageFlags,
  SubjectAlternativeName,
  type Extension,
} from "@peculiar/asn1-x509"
import { view, type Bytes } from "../encoding/bytes"

const DEVICE_URI = "urn:liaison:device:"
const CARD_SIGNER_URI = "urn:liaison:card-signer"
const COMMON_NAME = "2.5.4.3"
const SERIAL_NUMBER = "2.5.4.5"
const ED25519 = "1.3.101.112"
const UNDERSTOOD = new Set([id_ce_basicConstraints, id_ce_keyUsage, id_ce_subjectAltName])

/** What the checks need of one X.509 certificate. Parsed by asn1-x509, judged here. */
export type ParsedCertificate = {
  readonly tbs: Bytes
  readonly signature: Bytes
  readonly signatureAlgorithm: string
  readonly subject: string
  readonly issuer: string
  readonly commonName?: string
  /** The national id of the person, in the subject's serialNumber. */
  readonly nationalId?: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: Bytes
  /** Set when the key is Ed25519: its 32 raw bytes. */
  readonly ed25519Key?: Bytes
  readonly deviceId?: string
  /** The directory signs cards with its key. */
  readonly cardSigner: boolean
  readonly authority: boolean
  readonly maySignCertificates: boolean
  readonly maySign: boolean
  /** A critical extension we do not understand makes the certificate useless (RFC 5280, 4.2). */
  readonly unknownCritical: boolean
}

/** Throws on anything that is not one well-formed certificate. */
export function parseCertificate(der: Uint8Array): ParsedCertificate {
  const certificate = AsnConvert.parse(view(der), Certificate)
  const tbs = certificate.tbsCertificate
  const key = tbs.subjectPublicKeyInfo
  const extensions = tbs.extensions ? [...tbs.extensions] : []
  const find = (id: string): Extension | undefined => extensions.find((e) => e.extnID === id)
  const constraints = find(id_ce_basicConstraints)
  const usage = find(id_ce_keyUsage)
  const names = find(id_ce_subjectAltName)
  const flags = usage ? AsnConvert.parse(usage.extnValue.buffer, KeyUsage).toNumber() : 0
  const subject = [...tbs.subject].flatMap((rdn) => [...rdn])
  const attribute = (type: string) => subject.find((a) => a.type === type)?.value.toString()
  const uris = names
    ? [...AsnConvert.parse(names.extnValue.buffer, SubjectAlternativeName)]
        .map((name) => name.uniformResourceIdentifier)
        .filter((uri) => uri !== undefined)
    : []
  const uri = uris.length === 1 ? uris[0] : undefined
  return {
    tbs: new Uint8Array(certificate.tbsCertificateRaw ?? AsnConvert.serialize(tbs)),
    signature: new Uint8Array(certificate.signatureValue),
    signatureAlgorithm: certificate.signatureAlgorithm.algorithm,
    subject: nameBytes(tbs.subject),
    issuer: nameBytes(tbs.issuer),
    commonName: attribute(COMMON_NAME),
    nationalId: attribute(SERIAL_NUMBER),
    notBefore: tbs.validity.notBefore.getTime(),
    notAfter: tbs.validity.notAfter.getTime(),
    publicKey: new Uint8Array(AsnConvert.serialize(key)),
    ed25519Key:
      key.algorithm.algorithm === ED25519 ? new Uint8Array(key.subjectPublicKey) : undefined,
    deviceId: uri?.startsWith(DEVICE_URI) ? uri.slice(DEVICE_URI.length) : undefined,
    cardSigner: uri === CARD_SIGNER_URI,
    authority: constraints
      ? AsnConvert.parse(constraints.extnValue.buffer, BasicConstraints).cA
      : false,
    maySignCertificates: (flags & KeyUsageFlags.keyCertSign) !== 0,
    maySign: usage === undefined || (flags & KeyUsageFlags.digitalSignature) !== 0,
    unknownCritical: extensions.some((e) => e.critical && !UNDERSTOOD.has(e.extnID)),
  }
}

/** Names are compared as encoded: our own authority issues both sides. */
function nameBytes(name: Certificate["tbsCertificate"]["subject"]): string {
  return Array.from(new Uint8Array(AsnConvert.serialize(name))).join(",")
}
