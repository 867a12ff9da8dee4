package fr.liaison.conversation.room;

import fr.liaison.conversation.roster.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation as one of its devices sees it.
 *
 * @param firstSequence the first entry the asking device may read
 * @param admins who administers the group; none in a direct conversation
 */
public record ConversationView(
    UUID id,
    Kind kind,
    long epoch,
    long lastSequence,
    long firstSequence,
    Instant createdAt,
    List<MemberView> members,
    List<UUID> admins,
    List<ReceiptView> receipts) {
  /** A device in the roster and the person who holds it. */
  public record MemberView(UUID practitionerId, UUID deviceId) {}

  /** How far a device has received, and its person read. */
  public record ReceiptView(
      UUID practitionerId, UUID deviceId, long deliveredUpTo, long readUpTo) {}
}
