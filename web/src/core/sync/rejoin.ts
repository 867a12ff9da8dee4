import { ApiProblem } from "../api/problem"
import type { RosterChange } from "../conversation"
import { fromBase64url } from "../encoding/base64url"
import type { ConversationId } from "../ids"
import { joinExternally } from "../mls/externalJoin"
import { externalSenders, sameSenders } from "../mls/externalSenders"
import { MlsFailure } from "../mls/failure"
import { decodeGroup, encodeGroup, isMember, type Group } from "../mls/group"
import { put, remove } from "../store/store"
import { itemKey, type StoredConversation, type StoredJoin } from "../store/tables"
import { toBundle } from "./committer"
import type { SyncContext } from "./context"
import type { DeliveryKey } from "./deliveryKey"
import type { Groups, LiveGroup } from "./groups"
import type { Log } from "./log"
import { describeChange, rosterOf, withMembers } from "./roster"
import { isClosed, standingOf } from "./standing"

const ATTEMPTS = 6
const HOUR = 3_600_000
/** Re-joins of one conversation within an hour: somebody who breaks it on purpose shall not keep us busy. */
const RESYNCS_PER_HOUR = 3
/** After a refusal. */
const PAUSE = 5 * 60_000
const RETRY_WAIT = 200

type Outcome = "joined" | "not-due" | "again" | { readonly wait: number }

/**
 * Brings this device into conversations it cannot follow by external commit: those of our person that
 * it was never in, and those whose log or state it lost. A commit is stored before it is sent, and
 * the server answers a repeated one like the first, so a crash at any point ends inside.
 */
export class Rejoin {
  readonly #running = new Map<ConversationId, Promise<boolean>>()
  readonly #notBefore = new Map<ConversationId, number>()
  #stopped = false

  constructor(
    private readonly context: SyncContext,
    private readonly groups: Groups,
    private readonly log: Log,
    private readonly deliveryKey: DeliveryKey,
    /** The conversation takes nobody any more: it goes on elsewhere. */
    private readonly onClosed: (id: ConversationId) => void,
  ) {}

  /** True when the device came in. Does nothing when it is in already, or has tried too often. */
  run(id: ConversationId): Promise<boolean> {
    const running =
      this.#running.get(id) ?? this.#attempts(id).finally(() => this.#running.delete(id))
    this.#running.set(id, running)
    return running
  }

  /** What is under way ends at its next step; the stored commit takes it up at the next start. */
  stop(): void {
    this.#stopped = true
  }

  private isStopped(): boolean {
    return this.#stopped
  }

  /** Those whose answer we never saw. */
  async unfinished(): Promise<readonly ConversationId[]> {
    return (await this.context.store.list("join")).map(([id]) => id as ConversationId)
  }

  async #attempts(id: ConversationId): Promise<boolean> {
    if (this.context.now().getTime() < (this.#notBefore.get(id) ?? 0)) return false
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const outcome = await this.context.serial.run(id, () => this.#attempt(id))
      if (outcome === "joined") {
        await this.log.catchUp(id)
        return true
      }
      if (outcome === "not-due") return false
      const wait = outcome === "again" ? RETRY_WAIT * attempt * Math.random() : outcome.wait
      await this.context.sleep(wait)
    }
    this.#pause(id)
    return false
  }

  #pause(id: ConversationId): void {
    this.#notBefore.set(id, this.context.now().getTime() + PAUSE)
  }

  async #attempt(id: ConversationId): Promise<Outcome> {
    const { store, conversations } = this.context
    try {
      const join = (await store.read("join", id)) ?? (await this.#prepare(id))
      if (!join) return "not-due"
      if (this.isStopped()) return "not-due"
      const { sequence } = await conversations.join(id, toBundle(join))
      if (this.isStopped()) return "not-due"
      await this.#adopt(id, join, sequence)
      return "joined"
    } catch (error) {
      if (error instanceof MlsFailure) {
        this.#pause(id)
        return "not-due"
      }
      if (!(error instanceof ApiProblem) || error.status >= 500) throw error
      if (error.status === 429) return { wait: (error.retryAfter ?? 1) * 1_000 }
      await store.write([remove("join", id)])
      if (error.code === "stale-epoch") return "again"
      if (error.code === "conversation-closed") this.onClosed(id)
      this.#pause(id)
      return "not-due"
    }
  }

  async #prepare(id: ConversationId): Promise<StoredJoin | undefined> {
    const { store, conversations, device } = this.context
    const live = await this.groups.load(id)
    if (live && !isLost(live)) return undefined
    const conversation = await store.read("conversation", id)
    if (conversation && isClosed(conversation)) return undefined
    if (conversation && this.#recent(conversation).length >= RESYNCS_PER_HOUR) return undefined
    const { groupInfo } = await conversations.groupInfo(id)
    const joined = await joinExternally(device, id, fromBase64url(groupInfo), lastRead(live))
    await this.#checkSenders(joined.next, live)
    const join = { ...joined, next: encodeGroup(joined.next) }
    await store.write([put("join", id, join)])
    return join
  }

  #recent({ resyncs = [] }: StoredConversation): readonly string[] {
    const hourAgo = this.context.now().getTime() - HOUR
    return resyncs.filter((at) => Date.parse(at) > hourAgo)
  }

  /** The pinned one when we knew the group, else the server's: nobody else may propose removals. */
  async #checkSenders(group: Group, live: LiveGroup | undefined): Promise<void> {
    const pinned = live && (live.broken ? live.senders : externalSenders(live.group))
    const expected = pinned ?? (await this.deliveryKey.senders())
    if (!sameSenders(externalSenders(group), expected)) throw new MlsFailure("credential")
  }

  /** What can still be read with the old state is read first: only what really is lost goes missing. */
  async #adopt(id: ConversationId, join: StoredJoin, sequence: number): Promise<void> {
    const { context } = this
    await this.log.pull(id, sequence - 1)
    const server = await context.conversations.conversation(id)
    const before = await context.store.read("conversation", id)
    const group = decodeGroup(context.device, join.next)
    const known = before ? [...before.members, ...before.formerMembers] : []
    const members = await rosterOf(context, group, known, () => Promise.resolve(server))
    const at = context.now().toISOString()
    const event = { by: context.self, sequence, at, again: context.device.id }
    const change = describeChange(before?.members ?? members, members, event)
    const item: RosterChange | undefined = change && {
      ...change,
      here: before ? "resynced" : "new-device",
    }
    const fresh: StoredConversation = {
      id,
      kind: server.kind,
      createdAt: server.createdAt,
      members,
      formerMembers: [],
      receipts: server.receipts,
      readUpTo: sequence,
      unread: 0,
      unreadUrgent: 0,
      active: true,
    }
    const standing = standingOf(server)
    const conversation = before
      ? { ...withMembers(before, members), resyncs: [...this.#recent(before), at], active: true }
      : { ...fresh, ...standing }
    await this.groups.save(id, { group, cursor: sequence, broken: false }, [
      remove("join", id),
      remove("commit", id),
      put("conversation", id, { ...conversation, last: item ?? before?.last }),
      ...(item ? [put("item", itemKey(id, sequence), item)] : []),
    ])
    this.log.report(id, { group, cursor: sequence, broken: false })
  }
}

function isLost(live: LiveGroup): boolean {
  return live.broken || live.unreadable !== undefined || !isMember(live.group)
}

function lastRead(live: LiveGroup | undefined): number {
  if (!live) return 0
  return live.unreadable === undefined ? live.cursor : live.unreadable - 1
}
