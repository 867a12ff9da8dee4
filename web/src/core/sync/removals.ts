import type { ConversationId } from "../ids"
import type { Committer } from "./committer"
import type { SyncContext } from "./context"

/** So that not every device that is online commits a removal at the same moment. */
const SPREAD = 400
const ROUNDS = 3

/** Commits removals that the server has proposed, each after a random moment. */
export class Removals {
  readonly #running = new Set<ConversationId>()
  #stopped = false

  constructor(
    private readonly context: SyncContext,
    private readonly committer: Committer,
  ) {}

  stop(): void {
    this.#stopped = true
  }

  /** Unless another device's commit came first. Tried again by the next start. */
  async soon(id: ConversationId): Promise<void> {
    if (this.#running.has(id)) return
    this.#running.add(id)
    try {
      // More may have come while one was being committed.
      for (let round = 0; round < ROUNDS; round++) {
        await this.context.sleep(Math.random() * SPREAD)
        if (this.#stopped) return
        await this.committer.commitHeld(id)
        if ((await this.context.store.read("group", id))?.held !== true) return
      }
    } catch {
      // Whoever sends next commits first; so does the next connection.
    } finally {
      this.#running.delete(id)
    }
  }
}
