import type { WireBindingPage } from "../api/wire"
import { toBase64url } from "../encoding/base64url"
import { concat, sha256, utf8 } from "../encoding/bytes"
import { toBase64 } from "../log/bytes"
import { leafHash, nodeHash } from "../log/merkle"

type Bytes = Uint8Array<ArrayBuffer>

export const ORIGIN = "audit.liaison.example/log"

export type FakeBinding = {
  readonly event: "bound" | "renewed" | "revoked"
  readonly deviceId: string
  readonly practitioner: string
  readonly nationalId?: string
  readonly signatureKey?: Bytes
}

type Entry = FakeBinding & { readonly leaf: Bytes; readonly salt: Bytes; readonly payload: Bytes }

/** Who signs checkpoints: a verifier key and what makes signed notes under it. */
export async function makeSigner(name: string) {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))
  const typed = concat(Uint8Array.of(1), raw)
  const id = (await sha256(concat(utf8(`${name}\n`), typed))).slice(0, 4)
  const hex = [...id].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  const sign = async (text: string) => {
    const signature = new Uint8Array(
      await crypto.subtle.sign("Ed25519", pair.privateKey, utf8(text)),
    )
    return `${text}\n\u2014 ${name} ${toBase64(concat(id, signature))}\n`
  }
  return { vkey: `${name}+${hex}+${toBase64(typed)}`, sign }
}

export type Signer = Awaited<ReturnType<typeof makeSigner>>

/** The audit-service's bindings in memory: a real Merkle tree, by its definition, under real signatures. */
export class FakeLog {
  readonly entries: Entry[] = []
  /** Bindings that get lost on their way to the log. */
  loses: (binding: FakeBinding) => boolean = () => false
  /** Rewrites answers. */
  tamper: (page: WireBindingPage) => WireBindingPage | Promise<WireBindingPage> = (page) => page
  /** How often somebody asked. */
  asked = 0

  private constructor(public signer: Signer) {}

  static async create(): Promise<FakeLog> {
    return new FakeLog(await makeSigner(ORIGIN))
  }

  async add(binding: FakeBinding): Promise<void> {
    if (this.loses(binding)) return
    const { event, deviceId, practitioner, nationalId, signatureKey } = binding
    const head = {
      action: "device.binding",
      outcome: "success",
      service: "directory-service",
    }
    const id = crypto.randomUUID()
    const payload = utf8(
      JSON.stringify({
        ...head,
        actId: id,
        actor: {},
        details: {
          event,
          practitioner,
          ...(nationalId && { nationalId }),
          ...(signatureKey && { signatureKeySha256: toBase64url(await sha256(signatureKey)) }),
        },
        object: { type: "device", id: deviceId },
        time: new Date().toISOString(),
      }),
    )
    const salt = crypto.getRandomValues(new Uint8Array(32))
    const commitment = toBase64url(await sha256(concat(salt, payload)))
    const leaf = utf8(JSON.stringify({ ...head, id, commitment, v: 1 }))
    this.entries.push({ ...binding, leaf, salt, payload })
  }

  /** Entries that fit, newest first, against a checkpoint over everything so far. */
  async page(wanted: (entry: FakeBinding) => boolean, since: number): Promise<WireBindingPage> {
    this.asked++
    const hashes = await Promise.all(this.entries.map(({ leaf }) => leafHash(leaf)))
    const size = hashes.length
    const root = size === 0 ? await sha256(new Uint8Array()) : await rootOf(hashes)
    const checkpoint = await this.signer.sign(`${ORIGIN}\n${size}\n${toBase64(root)}\n`)
    const items = []
    for (const [index, entry] of [...this.entries.entries()].reverse())
      if (wanted(entry)) items.push({ index, proof: await this.#proof(hashes, index, checkpoint) })
    const consistency = since > 0 && since < size ? await consistencyOf(hashes, since, true) : []
    return this.tamper({ checkpoint, consistency: consistency.map(toBase64url), items })
  }

  async #proof(hashes: readonly Bytes[], index: number, checkpoint: string): Promise<string> {
    const entry = this.entries[index]
    if (!entry) throw new RangeError("no such entry")
    const opening = {
      leaf: toBase64url(entry.leaf),
      salt: toBase64url(entry.salt),
      payload: toBase64url(entry.payload),
    }
    const path = await pathTo(hashes, index)
    return [
      "c2sp.org/tlog-proof@v1",
      `extra ${toBase64(utf8(JSON.stringify(opening)))}`,
      `index ${index}`,
      ...path.map(toBase64),
      "",
      checkpoint,
    ].join("\n")
  }
}

/** RFC 6962 2.1, by definition: split at the largest power of two. */
async function rootOf(leaves: readonly Bytes[]): Promise<Bytes> {
  const [only] = leaves
  if (leaves.length === 1 && only) return only
  const split = splitOf(leaves.length)
  return nodeHash(await rootOf(leaves.slice(0, split)), await rootOf(leaves.slice(split)))
}

async function pathTo(leaves: readonly Bytes[], index: number): Promise<Bytes[]> {
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...(await pathTo(left, index)), await rootOf(right)]
    : [...(await pathTo(right, index - split)), await rootOf(left)]
}

/** RFC 6962 2.1.2. */
async function consistencyOf(
  leaves: readonly Bytes[],
  old: number,
  known: boolean,
): Promise<Bytes[]> {
  if (old === leaves.length) return known ? [] : [await rootOf(leaves)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return old <= split
    ? [...(await consistencyOf(left, old, known)), await rootOf(right)]
    : [...(await consistencyOf(right, old - split, false)), await rootOf(left)]
}

function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}
