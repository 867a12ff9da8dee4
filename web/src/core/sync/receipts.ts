import { ApiProblem } from "../api/problem"
import type { WireReceipt } from "../api/wire"
import { CoreError } from "../coreError"
import type { ConversationId } from "../ids"
import { put, remove } from "../store/store"
import type { StoredConversation } from "../store/tables"
import type { SyncContext } from "./context"

/** What others have received and read, and telling them what we have read. Positions only move forward. */
export class Receipts {
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly context: SyncContext,
    private readonly delay = 400,
  ) {}

  /** Stores our position at once, tells the server a moment later, several moves as one. */
  async read(id: ConversationId, upTo: number): Promise<void> {
    await this.context.serial.run(id, async () => {
      const conversation = await this.context.store.read("conversation", id)
      if (!conversation || upTo <= conversation.readUpTo) return
      const counted = await countUnread(this.context, { ...conversation, readUpTo: upTo })
      await this.context.store.write([
        put("conversation", id, counted),
        put("receipt", id, { readUpTo: upTo }),
      ])
    })
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      // Offline is fine: the position is stored and goes out with the next connection.
      this.flush().catch(() => undefined)
    }, this.delay)
  }

  async flush(): Promise<void> {
    for (const [key, { readUpTo }] of await this.context.store.list("receipt")) {
      const id = key as ConversationId
      // What was shown as unreadable was not read: told when this device has re-joined.
      const { unreadable = Infinity } = (await this.context.store.read("group", id)) ?? {}
      const told = Math.min(readUpTo, unreadable - 1)
      try {
        if (told > 0) await this.context.conversations.receipt(id, { readUpTo: told })
      } catch (error) {
        if (error instanceof CoreError || (error instanceof ApiProblem && error.status >= 500))
          throw error
      }
      await this.context.serial.run(id, async () => {
        const still = await this.context.store.read("receipt", id)
        if (still?.readUpTo === readUpTo && told === readUpTo)
          await this.context.store.write([remove("receipt", id)])
      })
    }
  }

  /** Somebody moved; when it is another device of ours, our own reading position follows. */
  receive(id: ConversationId, receipts: readonly WireReceipt[]): Promise<void> {
    return this.context.serial.run(id, async () => {
      const conversation = await this.context.store.read("conversation", id)
      if (!conversation) return
      const merged = merge(conversation, receipts)
      const ownRead = Math.max(
        conversation.readUpTo,
        ...receipts.filter((r) => r.practitionerId === this.context.self).map((r) => r.readUpTo),
      )
      const updated = { ...conversation, receipts: merged, readUpTo: ownRead }
      await this.context.store.write([
        put(
          "conversation",
          id,
          ownRead > conversation.readUpTo ? await countUnread(this.context, updated) : updated,
        ),
      ])
    })
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

function merge(conversation: StoredConversation, news: readonly WireReceipt[]) {
  const byDevice = new Map(conversation.receipts.map((r) => [r.deviceId, r] as const))
  for (const receipt of news) {
    const old = byDevice.get(receipt.deviceId)
    byDevice.set(receipt.deviceId, {
      practitionerId: receipt.practitionerId,
      deviceId: receipt.deviceId,
      deliveredUpTo: Math.max(old?.deliveredUpTo ?? 0, receipt.deliveredUpTo),
      readUpTo: Math.max(old?.readUpTo ?? 0, receipt.readUpTo),
    })
  }
  return [...byDevice.values()]
}

async function countUnread(
  context: SyncContext,
  conversation: StoredConversation,
): Promise<StoredConversation> {
  const newest = await context.store.list("item", {
    prefix: `${conversation.id}/`,
    newestFirst: true,
    limit: conversation.unread + 200,
  })
  const unread = newest
    .map(([, item]) => item)
    .filter((i) => i.kind === "message" && !i.own && i.sequence > conversation.readUpTo)
  return {
    ...conversation,
    unread: unread.length,
    unreadUrgent: unread.filter((i) => i.kind === "message" && i.priority === "urgent").length,
  }
}
