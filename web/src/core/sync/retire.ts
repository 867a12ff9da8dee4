import type { ConversationId } from "../ids"
import { put } from "../store/store"
import type { StoredConversation } from "../store/tables"
import type { SyncContext } from "./context"

/** Conversations the server no longer shows us: we were removed, even if we never see the commit. */
export async function retire(
  context: SyncContext,
  known: readonly (readonly [string, StoredConversation])[],
  visible: ReadonlySet<ConversationId>,
): Promise<void> {
  for (const [, { id, active }] of known) {
    if (!active || visible.has(id)) continue
    await context.serial.run(id, async () => {
      const conversation = await context.store.read("conversation", id)
      if (conversation)
        await context.store.write([put("conversation", id, { ...conversation, active: false })])
    })
  }
}
