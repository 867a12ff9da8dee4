import type { WireEntry } from "../api/wire"
import type { ConversationId } from "../ids"
import type { SyncContext } from "./context"
import { applyEntry } from "./entry"
import type { Groups } from "./groups"

/**
 * Follows the log of each conversation: every entry exactly once, in order, whatever the network
 * repeats, loses or reorders. After an entry is stored, `onApplied` may acknowledge it.
 */
export class Log {
  constructor(
    private readonly context: SyncContext,
    private readonly groups: Groups,
    private readonly onApplied: (id: ConversationId, sequence: number) => void,
  ) {}

  /** An entry from the stream. Known ones are acknowledged again, a gap is filled over HTTP first. */
  receive(entry: WireEntry): Promise<void> {
    return this.context.serial.run(entry.conversationId, async () => {
      if (await this.#apply(entry)) return
      await this.#pull(entry.conversationId)
    })
  }

  /** Fetches and applies everything after our cursor. */
  catchUp(id: ConversationId): Promise<void> {
    return this.context.serial.run(id, () => this.#pull(id))
  }

  async #pull(id: ConversationId): Promise<void> {
    for (;;) {
      const live = await this.groups.load(id)
      if (!live) return
      const page = await this.context.conversations.log(id, live.cursor)
      for (const entry of page.entries) if (!(await this.#apply(entry))) return
      if (page.caughtUp || page.entries.length === 0) return
    }
  }

  /** False when something before this entry is missing. */
  async #apply(entry: WireEntry): Promise<boolean> {
    const id = entry.conversationId
    const live = await this.groups.load(id)
    const conversation = await this.context.store.read("conversation", id)
    // Not joined yet: the welcome comes separately and catches up from there.
    if (!live || !conversation) return true
    if (entry.sequence <= live.cursor) {
      this.onApplied(id, live.cursor)
      return true
    }
    if (entry.sequence !== live.cursor + 1) return false
    const { next, changes } = await applyEntry(this.context, live, conversation, entry)
    await this.groups.save(id, next, changes)
    this.onApplied(id, next.cursor)
    return true
  }
}
