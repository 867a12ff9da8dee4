import { describe, expect, it } from "vitest"
import type { AuditEntry } from "../core"
import { concat, sha256, toBase64, toBase64Url, utf8 } from "../core/log/bytes"
import { isIncluded, leafHash, nodeHash } from "../core/log/merkle"
import { verifyProof } from "./proof"

type Bytes = Uint8Array<ArrayBuffer>
const ORIGIN = "audit.liaison.example/log"

const entry: AuditEntry = {
  index: 5,
  id: "0199f1a0-0000-7000-8000-000000000005",
  time: "2026-11-21T14:05:10.120Z",
  service: "directory",
  action: "directory.search",
  outcome: "success",
  actor: { nationalId: "899700000015" },
  details: { count: "3" },
}

/** The tree by its definition, split at the largest power of two: slow and obviously right. */
async function naiveRoot(leaves: readonly Bytes[]): Promise<Bytes> {
  const [only] = leaves
  if (leaves.length === 1 && only !== undefined) return only
  const split = largestPowerBelow(leaves.length)
  return nodeHash(await naiveRoot(leaves.slice(0, split)), await naiveRoot(leaves.slice(split)))
}

async function naivePath(leaves: readonly Bytes[], index: number): Promise<Bytes[]> {
  if (leaves.length === 1) return []
  const split = largestPowerBelow(leaves.length)
  return index < split
    ? [...(await naivePath(leaves.slice(0, split), index)), await naiveRoot(leaves.slice(split))]
    : [
        ...(await naivePath(leaves.slice(split), index - split)),
        await naiveRoot(leaves.slice(0, split)),
      ]
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

async function makeSigner(name: string) {
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

async function makeLog(options: { readonly purged?: boolean } = {}) {
  const salt = crypto.getRandomValues(new Uint8Array(32))
  const { id, time, service, action, outcome, actor, details } = entry
  const said = { actId: id, time, service, action, outcome, actor, details }
  const payload = utf8(JSON.stringify(said))
  const leaf = utf8(
    JSON.stringify({
      v: 1,
      id,
      action: entry.action,
      service: entry.service,
      outcome: entry.outcome,
      commitment: toBase64Url(await sha256(concat(salt, payload))),
    }),
  )
  const leaves = await Promise.all(
    Array.from({ length: 13 }, (_, at) =>
      leafHash(at === entry.index ? leaf : utf8(`other ${at}`)),
    ),
  )
  const signer = await makeSigner(ORIGIN)
  const root = await naiveRoot(leaves)
  const checkpoint = await signer.sign(`${ORIGIN}\n${leaves.length}\n${toBase64(root)}\n`)
  const opening = {
    leaf: toBase64Url(leaf),
    ...(options.purged !== true && { salt: toBase64Url(salt), payload: toBase64Url(payload) }),
  }
  const path = await naivePath(leaves, entry.index)
  const file = [
    "c2sp.org/tlog-proof@v1",
    `extra ${toBase64(utf8(JSON.stringify(opening)))}`,
    `index ${entry.index}`,
    ...path.map(toBase64),
    "",
    checkpoint,
  ].join("\n")
  return { file, vkey: signer.vkey, signer, root, leaves }
}

describe("inclusion", () => {
  it("holds for every leaf of every tree up to 33 leaves, and for no other place", async () => {
    for (let size = 1; size <= 33; size += 4) {
      const leaves = await Promise.all(
        Array.from({ length: size }, (_, at) => leafHash(utf8(`leaf ${at}`))),
      )
      const root = await naiveRoot(leaves)
      for (const [index, leaf] of leaves.entries()) {
        const path = await naivePath(leaves, index)
        expect(await isIncluded(leaf, index, size, path, root)).toBe(true)
        expect(await isIncluded(leaf, index + 1, size, path, root)).toBe(false)
        expect(await isIncluded(leaf, index, size, [...path, leaf], root)).toBe(false)
      }
    }
  })
})

describe("a proof file", () => {
  it("is verified when leaf, path and signature agree with the entry on screen", async () => {
    const { file, vkey } = await makeLog()

    const verdict = await verifyProof(file, entry, vkey)

    expect(verdict.kind).toBe("verified")
    expect(verdict.steps).toEqual({ leaf: true, included: true, signed: true })
    expect(verdict.facts).toMatchObject({ size: 13, origin: ORIGIN, payloadPresent: true })
  })

  it("still proves the act after its personal part was purged", async () => {
    const { file, vkey } = await makeLog({ purged: true })

    const verdict = await verifyProof(file, entry, vkey)

    expect(verdict.kind).toBe("verified")
    expect(verdict.facts?.payloadPresent).toBe(false)
  })

  it.each([
    ["the outcome", { outcome: "refused" }],
    ["the actor", { actor: { nationalId: "899700000023" } }],
    ["the time", { time: "2026-11-21T14:05:11.120Z" }],
    ["a detail", { details: { count: "4" } }],
    ["an added object", { object: { type: "practitioner", id: "1" } }],
  ])("is refuted when the screen shows another value of %s", async (_what, change) => {
    const { file, vkey } = await makeLog()

    const verdict = await verifyProof(file, { ...entry, ...change }, vkey)

    expect(verdict).toMatchObject({ kind: "refuted", cause: "leaf" })
    expect(verdict.steps).toEqual({ leaf: false, included: true, signed: true })
  })

  it("is refuted when it is the proof of another entry", async () => {
    const { file, vkey } = await makeLog()

    expect(await verifyProof(file, { ...entry, index: 6 }, vkey)).toMatchObject({ cause: "index" })
  })

  it("is refuted when one hash of its path is changed", async () => {
    const { file, vkey, leaves } = await makeLog()
    const lines = file.split("\n")
    lines[3] = toBase64(leaves[0] ?? new Uint8Array(32))

    const verdict = await verifyProof(lines.join("\n"), entry, vkey)

    expect(verdict).toMatchObject({ kind: "refuted", cause: "inclusion" })
  })

  it("is refuted when another key signed the checkpoint", async () => {
    const { file } = await makeLog()
    const stranger = await makeSigner(ORIGIN)

    expect(await verifyProof(file, entry, stranger.vkey)).toMatchObject({ cause: "key" })
  })

  it("is refuted when the signed size was changed afterwards", async () => {
    const { file, vkey } = await makeLog()
    const forged = file.replace(`${ORIGIN}\n13\n`, `${ORIGIN}\n12\n`)

    const verdict = await verifyProof(forged, entry, vkey)

    expect(verdict.kind).toBe("refuted")
    expect(verdict.steps.signed).toBe(false)
  })

  it("is refuted when a signature that names the log is false", async () => {
    const { file, vkey } = await makeLog()
    const [head = "", signature = ""] = file.split(`\u2014 ${ORIGIN} `)
    const damaged = Uint8Array.from(atob(signature.trim()), (char) => char.charCodeAt(0))
    damaged[20] = (damaged[20] ?? 0) ^ 1

    const verdict = await verifyProof(`${head}\u2014 ${ORIGIN} ${toBase64(damaged)}\n`, entry, vkey)

    expect(verdict).toMatchObject({ kind: "refuted", cause: "signature" })
  })

  it("is refuted, not thrown, when it cannot be read", async () => {
    const { vkey } = await makeLog()

    for (const file of ["", "c2sp.org/tlog-proof@v1\n\n", "<html>", "index 1\n\nx"]) {
      expect(await verifyProof(file, entry, vkey)).toMatchObject({ cause: "malformed" })
    }
  })
})
