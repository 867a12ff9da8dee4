import { fromBase64url } from "../encoding/base64url"
import { utf8, view, type Bytes } from "../encoding/bytes"
import { isUuid, type PractitionerId } from "../ids"
import type { Practitioner, Replacement } from "../people"
import type { Trust } from "./trust"

const TYPE = "liaison-card+jws"
const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }

/** What the directory said of a person at a moment, and stands for. */
export type CardStatement = {
  readonly issuedAt: string
  readonly digest: string
  readonly careProfession: boolean
  readonly mssante?: boolean
  readonly person: Practitioner
}

type Header = { alg?: unknown; typ?: unknown; crit?: unknown; x5c?: unknown }

type Payload = {
  version?: unknown
  issuedAt: string
  registerDate: string
  reachable: boolean
  digest: string
  /** Of statements since there are locums. */
  replacement?: Replacement
  /** Of statements since they say it. */
  mssante?: boolean
  card: Omit<Practitioner, "registerDate" | "reachable" | "replacement"> & {
    careProfession: boolean
  }
}

/**
 * Reads a card signed as a compact JWS (RFC 7515): ES256, by a card signer whom the pinned root
 * vouches for. Fails closed: anything odd, or the card of another person, is `undefined`.
 */
export async function verifyCard(
  jws: string,
  id: PractitionerId,
  trust: Trust,
): Promise<CardStatement | undefined> {
  try {
    const [header = "", payload = "", signature = "", ...more] = jws.split(".")
    if (more.length > 0) return undefined
    const { alg, typ, crit, x5c } = json(header) as Header
    if (alg !== "ES256" || typ !== TYPE || crit !== undefined || !isTexts(x5c)) return undefined
    const statement = json(payload) as Payload
    const key = await trust.cardSigner(x5c.map(fromBase64), new Date(statement.issuedAt))
    if (key === undefined) return undefined
    const signed = utf8(`${header}.${payload}`)
    if (!(await isSigned(key, fromBase64url(signature), signed))) return undefined
    if (statement.version !== 1 || statement.card.id !== id || !isUuid(id)) return undefined
    const { careProfession, ...card } = statement.card
    return {
      issuedAt: statement.issuedAt,
      digest: statement.digest,
      careProfession,
      ...(typeof statement.mssante === "boolean" && { mssante: statement.mssante }),
      person: {
        ...card,
        registerDate: statement.registerDate,
        reachable: statement.reachable,
        ...(statement.replacement !== undefined && { replacement: statement.replacement }),
      },
    }
  } catch {
    return undefined
  }
}

async function isSigned(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey("spki", publicKey, ECDSA, false, ["verify"])
  return crypto.subtle.verify(ECDSA, key, signature, message)
}

function json(part: string): unknown {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64url(part)))
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string")
}

/** x5c is the one place where RFC 7515 has plain base64. */
function fromBase64(text: string): Bytes {
  return view(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)))
}
