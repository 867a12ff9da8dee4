import type { WireConversation } from "../api/wire"
import type { StoredConversation } from "../store/tables"

type Standing = Pick<StoredConversation, "state" | "succeeds" | "succeededBy" | "admins">

/** What only the server knows of a conversation: whether it goes on, and in which one. */
export function standingOf({ state, succeeds, succeededBy, admins }: WireConversation): Standing {
  return { state, succeeds, succeededBy, admins }
}

/** Takes nothing new any more: neither messages nor commits nor joins. */
export function isClosed({ state = "open" }: StoredConversation): boolean {
  return state !== "open"
}
