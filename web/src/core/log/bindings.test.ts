import { beforeEach, describe, expect, it } from "vitest"
import type { WireBindingPage } from "../api/wire"
import { toBase64url } from "../encoding/base64url"
import { sha256, utf8 } from "../encoding/bytes"
import { FakeLog, makeSigner, ORIGIN, type FakeBinding } from "../testing/fakeLog"
import { judge, LogFault, readBindings, type DeviceClaim } from "./bindings"
import { toBase64 } from "./bytes"
import type { TreeHead } from "./consistency"

const DEVICE = "00000000-0000-7000-8000-000000000001"
const PERSON = "00000000-0000-7000-8000-0000000000aa"
const key = crypto.getRandomValues(new Uint8Array(32))

let log: FakeLog
let claim: DeviceClaim

beforeEach(async () => {
  log = await FakeLog.create()
  claim = { deviceId: DEVICE, nationalId: "810", keySha256: toBase64url(await sha256(key)) }
})

function bind(change: Partial<FakeBinding> = {}): Promise<void> {
  const bound = { event: "bound", deviceId: DEVICE, practitioner: PERSON } as const
  return log.add({ ...bound, nationalId: "810", signatureKey: key, ...change })
}

async function others(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await bind({ deviceId: crypto.randomUUID() })
}

function entryAt(index: number) {
  const entry = log.entries[index]
  if (!entry) throw new RangeError("no such entry")
  return entry
}

const page = (since = 0) => log.page(({ deviceId }) => deviceId === DEVICE, since)

async function verdict(answer: WireBindingPage, seen?: TreeHead): Promise<string> {
  try {
    const { entries } = await readBindings(answer, log.signer.vkey, seen)
    return judge(entries, claim).standing
  } catch (error) {
    if (error instanceof LogFault) return error.reason
    throw error
  }
}

async function seenNow(): Promise<TreeHead> {
  return (await readBindings(await page(), log.signer.vkey, undefined)).head
}

function proofWith(answer: WireBindingPage, change: (proof: string) => string): WireBindingPage {
  return { ...answer, items: answer.items.map((i) => ({ ...i, proof: change(i.proof) })) }
}

/** The proof with another opening of the same leaf, or of a leaf made to fit. */
function reopened(
  answer: WireBindingPage,
  change: (opening: Record<string, string>) => Record<string, string>,
): WireBindingPage {
  return proofWith(answer, (proof) =>
    proof.replace(/^extra (.*)$/m, (_, extra: string) => {
      const opening = JSON.parse(atob(extra)) as Record<string, string>
      return `extra ${btoa(JSON.stringify(change(opening)))}`
    }),
  )
}

describe("what the log says of a device", () => {
  it("is believed with proof, wherever it stands in the tree", async () => {
    for (const before of [0, 1, 2, 5]) {
      log = await FakeLog.create()
      await others(before)
      await bind()
      await others(3)
      expect(await verdict(await page())).toBe("logged")
    }
  })

  it("stays true through renewals and ends with a revocation", async () => {
    await bind()
    await bind({ event: "renewed" })
    expect(await verdict(await page())).toBe("logged")

    await log.add({ event: "revoked", deviceId: DEVICE, practitioner: PERSON })
    expect(await verdict(await page())).toBe("revoked")
  })

  it("is nothing about a device that was never logged", async () => {
    await others(4)
    expect(await verdict(await page())).toBe("absent")
  })

  it("does not vouch for another device, by whatever proof", async () => {
    await others(4)
    const answer = await log.page(() => true, 0)
    expect(answer.items).toHaveLength(4)
    expect(await verdict(answer)).toBe("absent")
  })

  it("refutes another key, another person and a second key of one device", async () => {
    await bind({ signatureKey: crypto.getRandomValues(new Uint8Array(32)) })
    expect(await verdict(await page())).toBe("refuted")
    await bind()
    expect(await verdict(await page())).toBe("refuted")

    log = await FakeLog.create()
    await bind({ nationalId: "899" })
    expect(await verdict(await page())).toBe("refuted")

    log = await FakeLog.create()
    await bind()
    await bind({ event: "renewed", practitioner: crypto.randomUUID() })
    expect(await verdict(await page())).toBe("refuted")
  })

  it("knows a holder whose number changed by either", async () => {
    await bind()
    await bind({ event: "renewed", nationalId: "899" })
    expect(await verdict(await page())).toBe("logged")
    claim = { ...claim, nationalId: "899" }
    expect(await verdict(await page())).toBe("logged")
  })
})

describe("an answer that was tampered with", () => {
  beforeEach(async () => {
    await others(6)
    await bind({ signatureKey: crypto.getRandomValues(new Uint8Array(32)) })
    await others(2)
  })

  it("with another payload does not open the leaf", async () => {
    const forged = reopened(await page(), (opening) => ({
      ...opening,
      payload: toBase64url(utf8(JSON.stringify({ action: "device.binding" }))),
    }))
    expect(await verdict(forged)).toBe("leaf")
  })

  it("with another salt does not open the leaf", async () => {
    const forged = reopened(await page(), (opening) => ({ ...opening, salt: toBase64url(key) }))
    expect(await verdict(forged)).toBe("leaf")
  })

  it("with a leaf made to fit is not in the tree", async () => {
    const honest = log
    log = await FakeLog.create()
    await bind()
    const own = entryAt(0)
    log = honest
    const forged = reopened(await page(), () => ({
      leaf: toBase64url(own.leaf),
      salt: toBase64url(own.salt),
      payload: toBase64url(own.payload),
    }))
    expect(await verdict(forged)).toBe("inclusion")
  })

  it("without its opening proves nothing", async () => {
    const purged = reopened(await page(), ({ leaf = "" }) => ({ leaf }))
    expect(await verdict(purged)).toBe("absent")
  })

  it("with a path of another length or a false hash is not in the tree", async () => {
    const answer = await page()
    const line = /^[A-Za-z0-9+/]{43}=$/m
    expect(await verdict(proofWith(answer, (p) => p.replace(line, toBase64(key))))).toBe(
      "inclusion",
    )
    const shorter = proofWith(answer, (p) => p.replace(/^[A-Za-z0-9+/]{43}=\n/m, ""))
    expect(await verdict(shorter)).toBe("inclusion")
  })

  it("with another index than its proof is refused", async () => {
    const answer = await page()
    const moved = { ...answer, items: answer.items.map((i) => ({ ...i, index: i.index + 1 })) }
    expect(await verdict(moved)).toBe("malformed")
  })

  it("that is no proof at all is refused, not thrown", async () => {
    const answer = await page()
    for (const proof of ["", "x", "c2sp.org/tlog-proof@v1\n\n", answer.checkpoint, "é\n\n"])
      expect(await verdict(proofWith(answer, () => proof))).toBe("malformed")
    for (const checkpoint of ["", "x\n\n", "a\n1\n\n\u2014 b c\n"])
      expect(await verdict({ ...answer, checkpoint })).toBe("malformed")
    expect(await verdict({} as WireBindingPage)).toBe("malformed")
  })
})

describe("a checkpoint", () => {
  it("signed by another key is refused", async () => {
    await bind()
    const pinned = log.signer
    log.signer = await makeSigner(ORIGIN)
    const answer = await page()
    log.signer = pinned
    expect(await verdict(answer)).toBe("key")
  })

  it("whose text was changed after signing is refused", async () => {
    await bind()
    const answer = await page()
    const checkpoint = answer.checkpoint.replace(`${ORIGIN}\n1\n`, `${ORIGIN}\n2\n`)
    const forged = proofWith({ ...answer, checkpoint }, (p) =>
      p.replace(answer.checkpoint, checkpoint),
    )
    expect(await verdict(forged)).toBe("signature")
  })

  it("of any later tree is taken with its consistency proof and not without", async () => {
    await bind()
    const heads: TreeHead[] = [await seenNow()]
    for (let size = 2; size <= 17; size++) {
      await others(1)
      for (const seen of heads) {
        const answer = await page(seen.size)
        expect(await verdict(answer, seen)).toBe("logged")
        expect(await verdict({ ...answer, consistency: [] }, seen)).toBe("fork")
        const [first = "", ...rest] = answer.consistency
        expect(await verdict({ ...answer, consistency: rest }, seen)).toBe("fork")
        const more = [first, ...answer.consistency]
        expect(await verdict({ ...answer, consistency: more }, seen)).toBe("fork")
      }
      heads.push(await seenNow())
    }
  })

  it("of a smaller tree is a fork", async () => {
    await bind()
    const smaller = await page()
    await others(3)
    expect(await verdict(smaller, await seenNow())).toBe("fork")
  })

  it("of the same size with another root is a fork, signed or not", async () => {
    await bind()
    const seen = await seenNow()
    log.entries.pop()
    await bind()
    expect(await verdict(await page(seen.size), seen)).toBe("fork")
  })

  it("of a larger tree with another past is a fork", async () => {
    await others(3)
    await bind()
    const seen = await seenNow()
    log.entries.splice(0, 4, ...log.entries.slice(1), entryAt(0))
    await others(2)
    expect(await verdict(await page(seen.size), seen)).toBe("fork")
  })
})
