import { ApiProblem } from "../api/problem"
import type { WireConversation } from "../api/wire"
import type { ConversationId, PractitionerId } from "../ids"
import { put, remove } from "../store/store"
import type { SyncContext } from "./context"
import { standingOf } from "./standing"

/** So that not every device that is online opens a successor at the same moment. */
const SPREAD = 3_000
const ROUNDS = 5

export type Steps = {
  /** Opens the successor with these people. */
  readonly found: (
    old: ConversationId,
    kind: "direct" | "group",
    people: readonly PractitionerId[],
  ) => Promise<unknown>
  /** Brings this device into the successor that somebody opened. */
  readonly enter: (successor: ConversationId) => Promise<void>
}

/**
 * Brings conversations that the server has closed into their successors. Everybody waits a random
 * moment and looks again; who is first then opens the successor, the others follow into it.
 */
export class Refounding {
  readonly #running = new Map<ConversationId, Promise<void>>()
  #stopped = false

  constructor(
    private readonly context: SyncContext,
    private readonly steps: Steps,
  ) {}

  stop(): void {
    this.#stopped = true
  }

  private isStopped(): boolean {
    return this.#stopped
  }

  /** Rejects when the network or the server is away; the next connection tries again. */
  run(id: ConversationId): Promise<void> {
    const running =
      this.#running.get(id) ?? this.#rounds(id).finally(() => this.#running.delete(id))
    this.#running.set(id, running)
    return running
  }

  /** Stores what the server says. True when it is closed and this device is not in the successor yet. */
  async note(server: WireConversation): Promise<boolean> {
    const { store, serial } = this.context
    await serial.run(server.id, async () => {
      const conversation = await store.read("conversation", server.id)
      if (!conversation) return
      const standing = standingOf(server)
      const told = Object.entries(standing).some(
        ([name, value]) =>
          JSON.stringify(value) !== JSON.stringify(conversation[name as keyof typeof standing]),
      )
      if (told)
        await store.write([put("conversation", server.id, { ...conversation, ...standing })])
    })
    if (server.state === "open") return false
    const { succeededBy } = server
    if (succeededBy === undefined || !(await store.read("group", succeededBy))) return true
    await this.#moveDraft(server.id, succeededBy)
    return false
  }

  async #rounds(id: ConversationId): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      await this.context.sleep(Math.random() * SPREAD)
      if (this.isStopped()) return
      const server = await this.context.conversations.conversation(id)
      if (!(await this.note(server))) return
      if (this.isStopped()) return
      if (server.succeededBy !== undefined) {
        await this.steps.enter(server.succeededBy)
        await this.#moveDraft(id, server.succeededBy)
        return
      }
      await this.#found(server)
    }
  }

  /** Whatever is refused: the next look tells whether another was first, or tries again. */
  async #found({ id, kind, members }: WireConversation): Promise<void> {
    const people = [...new Set(members.map(({ practitionerId }) => practitionerId))]
    try {
      await this.steps.found(id, kind, people)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status >= 500) throw error
    }
  }

  async #moveDraft(old: ConversationId, successor: ConversationId): Promise<void> {
    const { store } = this.context
    const draft = await store.read("draft", old)
    if (!draft || !(await store.read("conversation", successor))) return
    const kept = (await store.read("draft", successor)) ?? draft
    await store.write([remove("draft", old), put("draft", successor, kept)])
  }
}
