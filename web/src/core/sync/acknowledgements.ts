import type { ConversationId } from "../ids"
import type { SyncContext } from "./context"

/** Tells the server what is durable here: delivered means it cannot be lost any more. */
export class Acknowledgements {
  readonly #untold = new Map<ConversationId, number>()

  constructor(
    private readonly context: SyncContext,
    /** False when there is no connection: then over HTTP, with the next flush. */
    private readonly stream: (id: ConversationId, sequence: number) => boolean,
  ) {}

  delivered(id: ConversationId, sequence: number): void {
    if (!this.stream(id, sequence)) this.#untold.set(id, sequence)
  }

  async flush(): Promise<void> {
    for (const [id, deliveredUpTo] of [...this.#untold]) {
      await this.context.conversations.receipt(id, { deliveredUpTo })
      if (this.#untold.get(id) === deliveredUpTo) this.#untold.delete(id)
    }
  }
}
