import type { AuditApi } from "../api/auditApi"
import { ApiProblem } from "../api/problem"
import type { WireBindingPage } from "../api/wire"
import { CoreError } from "../coreError"
import { toBase64url } from "../encoding/base64url"
import { sha256 } from "../encoding/bytes"
import type { DeviceId, PractitionerId } from "../ids"
import { judge, LogFault, readBindings, type BindingEntry } from "../log/bindings"
import type { TreeHead } from "../log/consistency"
import type { DeviceIdentity } from "../mls/trust"
import { put, type Store } from "../store/store"
import type { StoredBinding } from "../store/tables"

/** An entry stands in a signed tree a second or two after the enrolment; the rest is for slow days. */
const GRACE_MS = 300_000
const WAITS_MS = [500, 1_000, 2_000, 4_000]
/** Whoever invites is told by then, however many people there are and whatever the log does. */
const DEADLINE_MS = 10_000
/** Questions at a time: a browser opens no more connections to one origin either. */
const ABREAST = 6
/** A proof holds for so long: a key can be revoked at any time. */
const FRESH_MS = 12 * 3_600_000
/** Asked again at first after so long, then ever more rarely: each answer is an entry of the log too. */
const AGAIN_MS = 20_000
const RAREST_MS = 3_600_000
/** More than a person's devices ever have entries, by far. */
const PAGES = 20

export type DeviceLogOptions = {
  readonly audit: AuditApi
  readonly store: Store
  readonly now: () => Date
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** A device that somebody wants to add, and the person the server says it is of. */
export type Candidate = {
  readonly identity: DeviceIdentity
  readonly person: PractitionerId
  /** Asked about once and never waited for. */
  readonly optional: boolean
}

/**
 * `logged` may be added; `waiting` the log has no entry yet; `silent` the log did not answer; `refused`
 * revoked, or of another key or person, or the answer proved nothing.
 */
export type Admission = "logged" | "waiting" | "silent" | "refused"

/**
 * Key transparency: whether the keys of devices were bound to their persons in the public log. A key
 * that was is remembered, and asked for again when the proof has aged or a revocation is heard of.
 * Questions go abreast, but each checkpoint is held against the one kept last, one after the other.
 */
export class DeviceLog {
  #queue: Promise<unknown> = Promise.resolve()
  #again: ReturnType<typeof setTimeout> | undefined
  #pause = AGAIN_MS
  #stopped = false

  constructor(private readonly options: DeviceLogOptions) {}

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#again)
  }

  /**
   * Which of these devices may be added: those whose key was logged, for this person, and not revoked.
   * What the log does not know yet is waited for until one deadline for all. With `decisive` the
   * first refusal ends the look: what was not asked by then is `silent`. At the deadline a proof that
   * has aged still counts. Rejects when the network is away.
   */
  async look(
    candidates: readonly Candidate[],
    decisive: boolean,
  ): Promise<ReadonlyMap<DeviceId, Admission>> {
    const found = new Map<DeviceId, Admission>()
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(), DEADLINE_MS)
    const late = new Promise<void>((resolve) =>
      limit.signal.addEventListener("abort", () => resolve()),
    )
    const ask = async (candidate: Candidate) => {
      const admission = await this.#admission(candidate, limit.signal)
      if (limit.signal.aborted) return
      found.set(candidate.identity.deviceId, admission)
      if (decisive && !candidate.optional && admission === "refused") limit.abort()
    }
    const open = () =>
      candidates.filter(({ identity, optional }) => {
        const admission = found.get(identity.deviceId)
        return !optional && (admission === "waiting" || admission === "silent")
      })
    try {
      const rounds = async () => {
        await abreast(candidates, limit.signal, ask)
        for (const wait of WAITS_MS) {
          if (limit.signal.aborted || open().length === 0) return
          await this.options.sleep(wait)
          await abreast(open(), limit.signal, ask)
        }
      }
      await Promise.race([rounds(), late])
    } finally {
      clearTimeout(timer)
      limit.abort()
    }
    const refused =
      decisive &&
      candidates.some((one) => !one.optional && found.get(one.identity.deviceId) === "refused")
    for (const candidate of candidates) {
      const { deviceId } = candidate.identity
      if (!found.has(deviceId))
        found.set(deviceId, !refused && (await this.#wasLogged(candidate)) ? "logged" : "silent")
    }
    return found
  }

  async #wasLogged({ identity, person }: Candidate): Promise<boolean> {
    const { standing, practitionerId } = await this.#remember(identity)
    return standing === "logged" && practitionerId === person
  }

  async #admission({ identity, person }: Candidate, signal: AbortSignal): Promise<Admission> {
    let binding = await this.#remember(identity)
    let answered = true
    if (isOpen(binding) || this.#isStale(binding))
      ({ binding, answered } = await this.#check(identity.deviceId, signal))
    switch (binding.standing) {
      case "logged":
        return binding.practitionerId === person ? "logged" : "refused"
      case "open":
      case "unlogged":
        return answered ? "waiting" : "silent"
      case "refuted":
      case "revoked":
      case "forged":
        return "refused"
    }
  }

  /** Devices that others let in: checked behind, never waited for. */
  async note(identities: readonly DeviceIdentity[]): Promise<void> {
    for (const identity of identities) await this.#remember(identity)
    this.#pause = AGAIN_MS
    await this.checkOpen()
  }

  /** Asks for every device whose key is not known to be logged. */
  async checkOpen(): Promise<void> {
    const open = (await this.options.store.list("binding")).filter(([, b]) => isOpen(b))
    let left = false
    for (const [id] of open) {
      if (this.#stopped) return
      try {
        left = isOpen((await this.#check(id as DeviceId)).binding) || left
      } catch (error) {
        if (!(error instanceof CoreError)) throw error
        left = true
      }
    }
    if (left && !this.#stopped) this.#checkAgain()
  }

  /** Asks again about devices whose proof has aged. */
  async refresh(devices: readonly DeviceId[]): Promise<void> {
    const stale: DeviceId[] = []
    for (const id of new Set(devices)) {
      const binding = await this.options.store.read("binding", id)
      if (binding && this.#isStale(binding)) stale.push(id)
    }
    await this.#askAll(stale)
  }

  /** Asks again about devices that are said to be gone, however fresh the proof. */
  async doubt(devices: readonly DeviceId[]): Promise<void> {
    const logged: DeviceId[] = []
    for (const id of new Set(devices))
      if ((await this.options.store.read("binding", id))?.standing === "logged") logged.push(id)
    await this.#askAll(logged)
  }

  /** No answer is no news: a proof stands until the log says otherwise. */
  async #askAll(devices: readonly DeviceId[]): Promise<void> {
    await abreast(devices, undefined, async (id) => {
      if (this.#stopped) return
      await this.#check(id).catch((error: unknown) => {
        if (!(error instanceof CoreError)) throw error
      })
    })
  }

  #isStale({ standing, provenAt }: StoredBinding): boolean {
    if (standing !== "logged") return false
    const age = this.options.now().getTime() - new Date(provenAt ?? 0).getTime()
    return age < 0 || age > FRESH_MS
  }

  #checkAgain(): void {
    clearTimeout(this.#again)
    this.#again = setTimeout(() => void this.checkOpen().catch(() => undefined), this.#pause)
    this.#pause = Math.min(2 * this.#pause, RAREST_MS)
  }

  /** Every entry of the person's devices, newest first. Throws `LogFault` when they prove nothing. */
  async entriesOf(person: PractitionerId): Promise<readonly BindingEntry[]> {
    const entries: BindingEntry[] = []
    let cursor: number | undefined
    for (let page = 0; page < PAGES; page++) {
      const from = cursor
      const { answer, read } = await this.#proven((since) =>
        this.options.audit.bindingsOf(person, since, from),
      )
      entries.push(...read.entries)
      const { next } = answer
      if (next === undefined) break
      cursor = next
    }
    return entries
  }

  /**
   * The record of a device; a second key under a device's id is somebody else's for ever. Under
   * another number of its holder the log is asked whether that is theirs too.
   */
  #remember(identity: DeviceIdentity): Promise<StoredBinding> {
    return this.#run(async () => {
      const { deviceId, nationalId } = identity
      const keySha256 = toBase64url(await sha256(identity.signatureKey))
      const known = await this.options.store.read("binding", deviceId)
      const sameKey = known?.keySha256 === keySha256
      if (sameKey && (known.nationalId === nationalId || isFinal(known.standing))) return known
      const standing = known && !sameKey ? "forged" : "open"
      const firstSeen = this.options.now().toISOString()
      const binding: StoredBinding = { nationalId, keySha256, standing, firstSeen }
      await this.options.store.write([put("binding", deviceId, binding)])
      return binding
    })
  }

  async #check(
    id: DeviceId,
    signal?: AbortSignal,
  ): Promise<{ readonly binding: StoredBinding; readonly answered: boolean }> {
    const before = await this.options.store.read("binding", id)
    if (!before) throw new CoreError("storage")
    if (isFinal(before.standing)) return { binding: before, answered: true }
    const found = await this.#ask(id, before, signal)
    const binding = await this.#run(() => this.#settle(id, before, found))
    return { binding, answered: found !== undefined }
  }

  /** Stores an answer, unless something graver was found while it was on its way. */
  async #settle(id: DeviceId, asked: StoredBinding, found: Found): Promise<StoredBinding> {
    const before = await this.options.store.read("binding", id)
    if (!before) throw new CoreError("storage")
    const same = before.keySha256 === asked.keySha256 && before.nationalId === asked.nationalId
    // Whoever begins after the end of this one would not hear of what is written now.
    if (!same || isFinal(before.standing) || this.#stopped) return before
    const now = this.options.now()
    const standing = this.#standing(before, found, now)
    const moved = before.standing !== asked.standing
    if (moved && GRAVITY.indexOf(standing) < GRAVITY.indexOf(before.standing)) return before
    const after: StoredBinding = {
      ...before,
      ...(found && "practitionerId" in found && { practitionerId: found.practitionerId }),
      ...(found?.standing === "logged" && { provenAt: now.toISOString() }),
      standing,
    }
    if (after.standing !== before.standing || after.provenAt !== before.provenAt)
      await this.options.store.write([put("binding", id, after)])
    return after
  }

  #standing({ standing, firstSeen }: StoredBinding, found: Found, now: Date) {
    if (found && found.standing !== "absent") return found.standing
    // No answer takes nothing away from what was proven; a log that lost an entry does.
    if (standing === "logged") return found ? "unlogged" : "logged"
    return now.getTime() - new Date(firstSeen).getTime() > GRACE_MS ? "unlogged" : "open"
  }

  /** An answer that proves nothing is a reason to warn; none is a reason to ask again. */
  async #ask(
    deviceId: DeviceId,
    { nationalId, keySha256 }: StoredBinding,
    signal?: AbortSignal,
  ): Promise<Found> {
    try {
      const { read } = await this.#proven((since) =>
        this.options.audit.bindings(deviceId, since, signal),
      )
      return judge(read.entries, { deviceId, nationalId, keySha256 })
    } catch (error) {
      if (error instanceof LogFault) return { standing: "refuted" }
      // An audit-service of before answers so until a checkpoint covers the entry.
      if (error instanceof ApiProblem) return error.status === 404 ? ABSENT : undefined
      throw error
    }
  }

  /**
   * An answer whose tree goes on from the one kept last, which it then replaces. When another answer
   * came first, this one is asked for again: a fork may not hide between two that went abreast.
   */
  async #proven(ask: (since: number) => Promise<WireBindingPage>) {
    for (;;) {
      const before = await this.#log()
      const answer = await ask(before.seen?.size ?? 0)
      const read = await readBindings(answer, before.key, before.seen)
      if (await this.#run(() => this.#saw(before, read.head))) return { answer, read }
    }
  }

  /** The log's key is pinned by the first look at the log. */
  async #log(): Promise<Known> {
    const known = await this.options.store.read("log", "self")
    if (known) return known
    return { key: await this.options.audit.logKey(), seen: undefined }
  }

  async #saw({ key, seen }: Known, head: TreeHead): Promise<boolean> {
    const now = await this.options.store.read("log", "self")
    if (now && now.key !== key) return false
    if (now && isSame(now.seen, head)) return true
    if (now && !(seen && isSame(now.seen, seen))) return false
    await this.options.store.write([put("log", "self", { key, seen: head })])
    return true
  }

  #run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task)
    this.#queue = result.catch(() => undefined)
    return result
  }
}

type Found = ReturnType<typeof judge> | undefined

const ABSENT = { standing: "absent" } as const

type Known = { readonly key: string; readonly seen: TreeHead | undefined }

/** The gravest last. */
const GRAVITY: readonly StoredBinding["standing"][] = [
  "logged",
  "open",
  "unlogged",
  "refuted",
  "revoked",
  "forged",
]

/** A key once forged or revoked stays so, whatever is answered later. */
function isFinal(standing: StoredBinding["standing"]): boolean {
  return standing === "forged" || standing === "revoked"
}

/** Neither proven nor lost for good. */
function isOpen({ standing }: StoredBinding): boolean {
  return standing !== "logged" && !isFinal(standing)
}

function isSame(one: TreeHead, other: TreeHead): boolean {
  return one.size === other.size && toBase64url(one.root) === toBase64url(other.root)
}

/** Runs a task for each, a few at a time; the first failure ends it, and so does the signal. */
async function abreast<T>(
  items: readonly T[],
  signal: AbortSignal | undefined,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const worker = async () => {
    for (const item of left) {
      if (signal?.aborted) return
      await task(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(ABREAST, items.length) }, worker))
}
