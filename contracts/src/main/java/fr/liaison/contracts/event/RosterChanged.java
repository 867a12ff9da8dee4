package fr.liaison.contracts.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole roster of a conversation at an epoch; a consumer keeps the highest epoch it saw.
 *
 * @param state absent as long as the conversation is open; when it no longer is, the same roster is
 *     told again with {@code refounding}, and later {@code succeeded}
 */
public record RosterChanged(
    UUID conversationId, long epoch, String kind, List<Member> members, @Nullable String state)
    implements DomainEvent {
  /** The roster of an open conversation. */
  public RosterChanged(UUID conversationId, long epoch, String kind, List<Member> members) {
    this(conversationId, epoch, kind, members, null);
  }

  /** One device in the roster and the person who holds it. */
  public record Member(UUID deviceId, UUID practitionerId) {}

  @Override
  public UUID aggregateId() {
    return conversationId;
  }
}
