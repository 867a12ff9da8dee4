import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
} from "node:crypto"
import { AeadId, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import {
  ciphersuites,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  type CiphersuiteImpl,
  type CiphersuiteName,
  type Hpke,
  type Signature,
} from "ts-mls"
import { makeGenericHpke } from "ts-mls/crypto/implementation/hpke.js"
import { toBase64url } from "../../../encoding/base64url"
import { concat } from "../../../encoding/bytes"

const TAG_LENGTH = 16

/**
 * Suite 1, 2 or 3 of RFC 9420, with private signature keys as the working group's vectors write
 * them: 32 raw bytes. What ts-mls would take from optional packages comes from Node here, so that
 * the packages of the web client stay as they are.
 */
export async function suiteOf(number: number): Promise<CiphersuiteImpl> {
  const name = Object.entries(ciphersuites).find(([, id]) => id === number)?.[0]
  if (!name || number > 3) throw new RangeError(`suite ${number} is not available`)
  const wanted = getCiphersuiteFromName(name as CiphersuiteName)
  const base = await getCiphersuiteImpl({
    ...wanted,
    signature: "Ed25519",
    hpke: { ...wanted.hpke, aead: "AES128GCM" },
  })
  return {
    ...base,
    signature: wanted.signature === "P256" ? p256 : withRawKeys(base.signature),
    hpke: wanted.hpke.aead === "CHACHA20POLY1305" ? await chaChaHpke() : base.hpke,
  }
}

/** WebCrypto exports PKCS #8, whose last 32 bytes are the seed. */
function withRawKeys(ed25519: Signature): Signature {
  return {
    ...ed25519,
    async keygen() {
      const { signKey, publicKey } = await ed25519.keygen()
      return { signKey: signKey.slice(-32), publicKey }
    },
  }
}

const p256: Signature = {
  async keygen() {
    const pair = createECDH("prime256v1")
    pair.generateKeys()
    const short = new Uint8Array(pair.getPrivateKey())
    const signKey = concat(new Uint8Array(32 - short.length), short)
    return { signKey, publicKey: new Uint8Array(pair.getPublicKey()) }
  },
  async sign(signKey, message) {
    const pair = createECDH("prime256v1")
    pair.setPrivateKey(signKey)
    const key = { ...publicJwk(pair.getPublicKey()), d: toBase64url(signKey) }
    return new Uint8Array(sign("sha256", message, createPrivateKey({ key, format: "jwk" })))
  },
  async verify(publicKey, message, signature) {
    const key = createPublicKey({ key: publicJwk(publicKey), format: "jwk" })
    return verify("sha256", message, key, signature)
  },
}

function publicJwk(point: Uint8Array) {
  if (point.length !== 65 || point[0] !== 4) throw new TypeError("not an uncompressed point")
  return {
    kty: "EC",
    crv: "P-256",
    x: toBase64url(point.subarray(1, 33)),
    y: toBase64url(point.subarray(33)),
  }
}

type Bytes = ArrayBufferLike | ArrayBufferView

function chaChaSeal(key: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes) {
  const cipher = createCipheriv("chacha20-poly1305", bytes(key), bytes(nonce), {
    authTagLength: TAG_LENGTH,
  })
  cipher.setAAD(bytes(aad), { plaintextLength: plaintext.byteLength })
  return concat(cipher.update(bytes(plaintext)), cipher.final(), cipher.getAuthTag())
}

function chaChaOpen(key: Bytes, nonce: Bytes, aad: Bytes, ciphertext: Bytes) {
  const whole = bytes(ciphertext)
  const decipher = createDecipheriv("chacha20-poly1305", bytes(key), bytes(nonce), {
    authTagLength: TAG_LENGTH,
  })
  decipher.setAAD(bytes(aad), { plaintextLength: whole.length - TAG_LENGTH })
  decipher.setAuthTag(whole.subarray(-TAG_LENGTH))
  return concat(decipher.update(whole.subarray(0, -TAG_LENGTH)), decipher.final())
}

function bytes(value: Bytes): Uint8Array {
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value)
}

async function chaChaHpke(): Promise<Hpke> {
  const aead = {
    id: AeadId.Chacha20Poly1305,
    keySize: 32,
    nonceSize: 12,
    tagSize: TAG_LENGTH,
    createEncryptionContext: (key: Bytes) => ({
      seal: async (iv: Bytes, data: Bytes, aad: Bytes) => chaChaSeal(key, iv, aad, data).buffer,
      open: async (iv: Bytes, data: Bytes, aad: Bytes) => chaChaOpen(key, iv, aad, data).buffer,
    }),
  }
  return makeGenericHpke(
    { kem: "DHKEM-X25519-HKDF-SHA256", kdf: "HKDF-SHA256", aead: "CHACHA20POLY1305" },
    {
      encrypt: async (key, nonce, aad, plaintext) => chaChaSeal(key, nonce, aad, plaintext),
      decrypt: async (key, nonce, aad, ciphertext) => chaChaOpen(key, nonce, aad, ciphertext),
    },
    new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead }),
  )
}
