import { ApiProblem } from "../api/problem"
import type { WireEntry } from "../api/wire"
import type { ConversationId } from "../ids"
import { heldRemovals } from "../mls/group"
import type { SyncContext } from "./context"
import { applyEntry } from "./entry"
import { broken, type Groups, type LiveGroup } from "./groups"

/** What following the log brings about. Called inside the serial section: to be done later. */
export type LogEvents = {
  /** Stored, and everything before it too: may be acknowledged. */
  readonly delivered: (id: ConversationId, sequence: number) => void
  /** Removals wait for somebody's commit. */
  readonly held: (id: ConversationId) => void
  /** This device must re-join. */
  readonly lost: (id: ConversationId) => void
}

/**
 * Follows the log of each conversation: every entry exactly once, in order, whatever the network
 * repeats, loses or reorders. Where the state cannot follow, the log stands still until a re-join.
 */
export class Log {
  constructor(
    private readonly context: SyncContext,
    private readonly groups: Groups,
    private readonly events: LogEvents,
  ) {}

  /** An entry from the stream. Known ones are acknowledged again, a gap is filled over HTTP first. */
  receive(entry: WireEntry): Promise<void> {
    return this.context.serial.run(entry.conversationId, async () => {
      if (await this.#apply(entry)) return
      await this.pull(entry.conversationId)
    })
  }

  /** Fetches and applies everything after our cursor. */
  catchUp(id: ConversationId): Promise<void> {
    return this.context.serial.run(id, () => this.pull(id))
  }

  /** The same from inside the serial section, up to an entry. */
  async pull(id: ConversationId, upTo = Infinity): Promise<void> {
    for (;;) {
      const live = await this.groups.load(id)
      if (!live || live.cursor >= upTo) return
      if (live.broken) {
        this.report(id, live)
        return
      }
      const page = await this.#page(id, live.cursor)
      if (!page) return
      for (const entry of page.entries) {
        if (entry.sequence > upTo) return
        // The server has no more of what lies between.
        if (!(await this.#apply(entry))) return this.#breakOff(id, live)
      }
      if (page.caughtUp || page.entries.length === 0) return
    }
  }

  /** Nothing when the server no longer keeps what we would need. */
  async #page(id: ConversationId, after: number) {
    try {
      return await this.context.conversations.log(id, after)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== "resync-required") throw error
      const live = await this.groups.load(id)
      if (live) await this.#breakOff(id, live)
      return undefined
    }
  }

  async #breakOff(id: ConversationId, live: LiveGroup): Promise<void> {
    const next = broken((await this.groups.load(id)) ?? live)
    await this.groups.save(id, next, [])
    this.report(id, next)
  }

  /** False when something before this entry is missing. */
  async #apply(entry: WireEntry): Promise<boolean> {
    const id = entry.conversationId
    const live = await this.groups.load(id)
    const conversation = await this.context.store.read("conversation", id)
    // Not joined yet: the welcome comes separately and catches up from there.
    if (!live || !conversation) return true
    if (live.broken || entry.sequence <= live.cursor) {
      this.report(id, live)
      return true
    }
    if (entry.sequence !== live.cursor + 1) return false
    const { next, changes } = await applyEntry(this.context, live, conversation, entry)
    await this.groups.save(id, next, changes)
    this.report(id, next)
    return true
  }

  /** Delivered never passes what could not be read; a re-join moves it on. */
  report(id: ConversationId, live: LiveGroup): void {
    const upTo = live.unreadable === undefined ? live.cursor : live.unreadable - 1
    if (upTo > 0) this.events.delivered(id, upTo)
    if (live.broken || live.unreadable !== undefined) this.events.lost(id)
    else if (heldRemovals(live.group).length > 0) this.events.held(id)
  }
}
