import type { ConversationId } from "../ids"
import { outboxKey, type StoredOutgoing } from "../store/tables"
import type { SyncContext } from "./context"
import { sentMessage } from "./entry"
import { isClosed } from "./standing"

/**
 * A re-join jumps over log entries: an own message among them is known to stand there all the same. So
 * it is in a conversation that is closed and cannot be followed, which will never show it.
 */
export function settle(context: SyncContext, outgoing: StoredOutgoing): Promise<void> {
  const { conversationId: id, acceptedAs = Infinity, writtenAt } = outgoing
  return context.serial.run(id, async () => {
    const { store } = context
    const current = await store.read("outbox", outboxKey(outgoing))
    const conversation = await store.read("conversation", id)
    const group = await store.read("group", id)
    if (!current || !conversation || !group) return
    const over = group.broken && isClosed(conversation)
    if (group.cursor < acceptedAs && !over) return
    await store.write(sentMessage(context, conversation, current, acceptedAs, writtenAt))
  })
}

/** Conversations with accepted messages that still wait to be seen in the log. */
export async function unseen(context: SyncContext): Promise<readonly ConversationId[]> {
  const accepted = async () =>
    (await context.store.list("outbox"))
      .map(([, outgoing]) => outgoing)
      .filter(({ acceptedAs }) => acceptedAs !== undefined)
  for (const outgoing of await accepted()) await settle(context, outgoing)
  return [...new Set((await accepted()).map(({ conversationId }) => conversationId))]
}
