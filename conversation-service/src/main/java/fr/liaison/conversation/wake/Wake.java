package fr.liaison.conversation.wake;

import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.State;
import java.util.List;
import java.util.Set;

/** What may be new. Only ever said after the commit that made it so. */
public sealed interface Wake {
  /** The log reaches this far; the newest entries may come along to spare a reading. */
  record LogGrew(ConversationId conversation, long upTo, List<LogEntry> newest) implements Wake {}

  /** The roster of this epoch is made of these devices. */
  record RosterMoved(ConversationId conversation, long epoch, Set<DeviceId> devices)
      implements Wake {}

  /** Some of its devices are waited for no longer. */
  record MembersDormant(ConversationId conversation, Set<DeviceId> devices) implements Wake {}

  /** Others administer the conversation. */
  record AdminsMoved(ConversationId conversation) implements Wake {}

  /** The conversation is no longer open; these devices are in its roster. */
  record StateChanged(ConversationId conversation, State state, Set<DeviceId> devices)
      implements Wake {}

  /** Somebody received or read more. */
  record MarksMoved(ReceiptMoved marks) implements Wake {}

  /** The device may do nothing any more. */
  record DeviceBlocked(DeviceId device) implements Wake {}
}
