package fr.liaison.conversation.roster;

import org.jspecify.annotations.Nullable;

/**
 * What a device may read of a conversation: from {@code first} on, and once removed up to the
 * commit that removed it.
 */
public record Membership(
    ConversationId conversation, long first, @Nullable Long left, long deliveredUpTo) {
  public boolean active() {
    return left == null;
  }

  /** The last sequence this device may read, whatever the conversation's own end. */
  public long horizon() {
    return left == null ? Long.MAX_VALUE : left;
  }
}
