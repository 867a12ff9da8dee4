import { AsnConvert, OctetString } from "@peculiar/asn1-schema"
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Time,
  Validity,
  Version,
} from "@peculiar/asn1-x509"
import { randomBytes, type Bytes } from "../encoding/bytes"

export type CertificateRequest = {
  readonly subject: Name
  readonly issuer: Name
  readonly publicKey: CryptoKey
  readonly signingKey: CryptoKey
  readonly notBefore: Date
  readonly notAfter: Date
  readonly authority: boolean
  readonly uri?: string
}

/** Issues an Ed25519-signed X.509 certificate for tests. */
export async function issueCertificate(request: CertificateRequest): Promise<Bytes> {
  const algorithm = new AlgorithmIdentifier({ algorithm: "1.3.101.112" })
  const spki = await crypto.subtle.exportKey("spki", request.publicKey)
  const extensions = [
    extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: request.authority })),
    extension(
      id_ce_keyUsage,
      true,
      new KeyUsage(request.authority ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature),
    ),
  ]
  if (request.uri) {
    const name = new GeneralName({ uniformResourceIdentifier: request.uri })
    extensions.push(extension(id_ce_subjectAltName, false, new SubjectAlternativeName([name])))
  }
  const serial = randomBytes(8)
  serial[0] = 1
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serial.buffer,
    signature: algorithm,
    issuer: request.issuer,
    subject: request.subject,
    validity: new Validity({
      notBefore: new Time(request.notBefore).getTime(),
      notAfter: new Time(request.notAfter).getTime(),
    }),
    subjectPublicKeyInfo: AsnConvert.parse(spki, SubjectPublicKeyInfo),
    extensions: new Extensions(extensions),
  })
  const signatureValue = await crypto.subtle.sign(
    "Ed25519",
    request.signingKey,
    AsnConvert.serialize(tbsCertificate),
  )
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: algorithm,
    signatureValue,
  })
  return new Uint8Array(AsnConvert.serialize(certificate))
}

/** A name of these attributes, in order: object identifier and text. */
export function nameOf(...attributes: readonly (readonly [string, string])[]): Name {
  return new Name(
    attributes.map(
      ([type, utf8String]) =>
        new RelativeDistinguishedName([
          new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) }),
        ]),
    ),
  )
}

function extension(extnID: string, critical: boolean, value: object): Extension {
  return new Extension({
    extnID,
    critical,
    extnValue: new OctetString(AsnConvert.serialize(value)),
  })
}
