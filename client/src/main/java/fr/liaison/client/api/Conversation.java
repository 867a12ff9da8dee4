package fr.liaison.client.api;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as the server sees it; {@code firstSequence} is where the caller's device joined.
 */
public record Conversation(
    ConversationId id,
    Kind kind,
    long epoch,
    long lastSequence,
    long firstSequence,
    Instant createdAt,
    List<Member> members,
    List<Receipt> receipts) {

  /** One device in the roster. */
  public record Member(PractitionerId practitionerId, DeviceId deviceId) {}
}
