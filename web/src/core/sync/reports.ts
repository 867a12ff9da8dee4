import { ApiProblem } from "../api/problem"
import type { ConversationId } from "../ids"
import { put } from "../store/store"
import type { SyncContext } from "./context"

/** Tells the server which commits this device cannot process. Enough who say so end the conversation. */
export class Reports {
  constructor(private readonly context: SyncContext) {}

  /** What could not be told yet. */
  async untold(): Promise<readonly ConversationId[]> {
    const all = await this.context.store.list("conversation")
    return all.filter(([, { report }]) => report?.told === false).map(([, { id }]) => id)
  }

  /** Never rejects: what does not get through is told later. True when the conversation is closed. */
  async tell(id: ConversationId): Promise<boolean> {
    try {
      const conversation = await this.context.store.read("conversation", id)
      if (conversation?.report?.told !== false) return false
      const { sequence } = conversation.report
      const state = await this.#report(id, sequence)
      await this.#told(id, sequence)
      return state !== "open"
    } catch {
      return false
    }
  }

  /** A refusal is an answer too. */
  async #report(id: ConversationId, sequence: number): Promise<string> {
    try {
      return (await this.context.conversations.report(id, sequence)).state
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429) throw error
      return "open"
    }
  }

  #told(id: ConversationId, sequence: number): Promise<void> {
    const { store, serial } = this.context
    return serial.run(id, async () => {
      const conversation = await store.read("conversation", id)
      if (conversation?.report?.sequence !== sequence) return
      const report = { sequence, told: true }
      await store.write([put("conversation", id, { ...conversation, report })])
    })
  }
}
