package fr.liaison.conversation.roster;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a device may read of a conversation: from {@code first} on, and once removed up to the
 * commit that removed it. All of it as of one reading, so that a removal meanwhile opens no gap.
 *
 * @param end the last sequence there was for this device to read
 */
public record Membership(
    ConversationId conversation,
    long first,
    @Nullable Long left,
    long deliveredUpTo,
    long end,
    @Nullable Instant dormantSinceOrNull) {
  public boolean active() {
    return left == null;
  }

  /** When the device was declared dormant; it may read nothing before it entered again. */
  public Optional<Instant> dormantSince() {
    return left == null ? Optional.ofNullable(dormantSinceOrNull) : Optional.empty();
  }
}
