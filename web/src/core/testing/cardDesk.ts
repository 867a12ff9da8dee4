import { toBase64url } from "../encoding/base64url"
import { sha256, utf8 } from "../encoding/bytes"
import type { Homonyms } from "../card"
import type { Practitioner } from "../people"
import type { CertificateAuthority } from "./certificateAuthority"

const P256 = { name: "ECDSA", namedCurve: "P-256" }

/** Signs cards as the directory-service does; the tests may ask for unsound ones. */
export class CardDesk {
  homonyms: Homonyms = { total: 0, sameDepartment: 0, sameTown: 0 }

  constructor(private readonly authority: CertificateAuthority) {}

  async of(person: Practitioner) {
    const { jws, digest } = await this.sign(person)
    return { jws, digest, homonyms: this.homonyms }
  }

  async sign(
    person: Practitioner,
    change: {
      readonly header?: object
      readonly issuedAt?: Date
      readonly chain?: readonly Uint8Array[]
      readonly keys?: CryptoKeyPair
      /** As signed before statements said whether there is a mailbox. */
      readonly formerly?: boolean
    } = {},
  ) {
    const keys = change.keys ?? (await crypto.subtle.generateKey(P256, true, ["sign", "verify"]))
    const chain = change.chain ?? (await this.authority.issueCardSigner(keys.publicKey))
    const { registerDate, reachable, mailboxes, ...who } = person
    const mssante = mailboxes !== undefined && mailboxes.length > 0
    const card = { ...who, careProfession: true }
    const digest = toBase64url(await sha256(utf8(JSON.stringify(card))))
    const header = {
      alg: "ES256",
      typ: "liaison-card+jws",
      x5c: chain.map((der) => btoa(String.fromCharCode(...der))),
      ...change.header,
    }
    const issuedAt = (change.issuedAt ?? new Date()).toISOString()
    const said = change.formerly === true ? {} : { mssante }
    const statement = { version: 1, issuedAt, registerDate, reachable, digest, card, ...said }
    const signed = [header, statement]
      .map((part) => toBase64url(utf8(JSON.stringify(part))))
      .join(".")
    const signature = await crypto.subtle.sign(
      { name: "ECDSA", hash: "SHA-256" },
      keys.privateKey,
      utf8(signed),
    )
    return { jws: `${signed}.${toBase64url(new Uint8Array(signature))}`, digest }
  }
}
