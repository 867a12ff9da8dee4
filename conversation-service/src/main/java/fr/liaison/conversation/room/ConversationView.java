package fr.liaison.conversation.room;

import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its devices sees it.
 *
 * @param firstSequence the first entry the asking device may read
 * @param admins who administers the group; none in a direct conversation
 * @param succeeds the conversation that this one goes on from, if any
 * @param succeededBy the one it goes on in, once there is one
 */
public record ConversationView(
    UUID id,
    Kind kind,
    long epoch,
    long lastSequence,
    long firstSequence,
    Instant createdAt,
    State state,
    @Nullable UUID succeeds,
    @Nullable UUID succeededBy,
    List<MemberView> members,
    List<UUID> admins,
    List<ReceiptView> receipts) {
  /**
   * A device in the roster and the person who holds it.
   *
   * @param dormantSince when it was declared dormant: it gets nothing before it entered again
   */
  public record MemberView(UUID practitionerId, UUID deviceId, @Nullable Instant dormantSince) {}

  /** How far a device has received, and its person read. */
  public record ReceiptView(
      UUID practitionerId, UUID deviceId, long deliveredUpTo, long readUpTo) {}
}
