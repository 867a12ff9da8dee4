import type { ConversationId } from "../ids"
import { decodeGroup, encodeGroup, type Group } from "../mls/group"
import { put, type Change } from "../store/store"
import type { SyncContext } from "./context"

/** A group with its place in the log. */
export type LiveGroup = {
  readonly group: Group
  readonly cursor: number
  readonly broken: boolean
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
    const { cursor, broken } = stored
    const loaded = { group: decodeGroup(this.context.device, stored.state), cursor, broken }
    this.#live.set(id, loaded)
    return loaded
  }

  /** Stores the state together with what it brought (plaintext, outbox...), in one transaction. */
  async save(id: ConversationId, next: LiveGroup, changes: readonly Change[]): Promise<void> {
    const { cursor, broken } = next
    const state = encodeGroup(next.group)
    await this.context.store.write([put("group", id, { state, cursor, broken }), ...changes])
    this.#live.set(id, next)
  }

  forget(id: ConversationId): void {
    this.#live.delete(id)
  }
}
