import type { ConversationId } from "../ids"
import { externalSenders } from "../mls/externalSenders"
import { MlsFailure } from "../mls/failure"
import { decodeGroup, encodeGroup, heldRemovals, type Group } from "../mls/group"
import { put, type Change } from "../store/store"
import type { StoredGroup } from "../store/tables"
import type { SyncContext } from "./context"

/** A group with its place in the log. One that is broken has no state, only the way back in. */
export type LiveGroup = FollowedGroup | BrokenGroup

export type FollowedGroup = {
  readonly broken: false
  readonly group: Group
  readonly cursor: number
  readonly unreadable?: number
}

export type BrokenGroup = {
  readonly broken: true
  readonly cursor: number
  readonly unreadable?: number
  readonly senders?: Uint8Array
}

/** Everything of it but the state, which nobody shall use again. */
export function broken(live: LiveGroup): BrokenGroup {
  if (live.broken) return live
  const { cursor, unreadable, group } = live
  return { broken: true, cursor, unreadable, senders: externalSenders(group) }
}

/**
 * The MLS states, decoded once and kept in step with the store. Call only inside the conversation's
 * serial section.
 */
export class Groups {
  readonly #live = new Map<ConversationId, LiveGroup>()

  constructor(private readonly context: SyncContext) {}

  async load(id: ConversationId): Promise<LiveGroup | undefined> {
    const live = this.#live.get(id)
    if (live) return live
    const stored = await this.context.store.read("group", id)
    if (!stored) return undefined
    const loaded = this.#decode(stored)
    // A damaged one is written off for everybody who reads the store.
    if (loaded.broken && !stored.broken) await this.save(id, loaded, [])
    this.#live.set(id, loaded)
    return loaded
  }

  /** A damaged state is as good as none. */
  #decode({ state, cursor, broken, unreadable, senders }: StoredGroup): LiveGroup {
    const lost = { broken: true, cursor, unreadable, senders } as const
    if (broken) return lost
    try {
      return { broken, group: decodeGroup(this.context.device, state), cursor, unreadable }
    } catch (error) {
      if (!(error instanceof MlsFailure)) throw error
      return lost
    }
  }

  /** Stores the state together with what it brought (plaintext, outbox...), in one transaction. */
  async save(id: ConversationId, next: LiveGroup, changes: readonly Change[]): Promise<void> {
    await this.context.store.write([put("group", id, encode(next)), ...changes])
    this.#live.set(id, next)
  }

  forget(id: ConversationId): void {
    this.#live.delete(id)
  }
}

function encode(live: LiveGroup): StoredGroup {
  if (live.broken) return { ...live, state: new Uint8Array() }
  const { group, ...place } = live
  const held = heldRemovals(group).length > 0
  return { ...place, state: encodeGroup(group), held, senders: externalSenders(group) }
}
