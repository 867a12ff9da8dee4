package fr.liaison.contracts.event;

import java.util.List;
import java.util.UUID;

/** The whole roster of a conversation at an epoch; a consumer keeps the highest epoch it saw. */
public record RosterChanged(UUID conversationId, long epoch, String kind, List<Member> members)
    implements DomainEvent {
  /** One device in the roster and the person who holds it. */
  public record Member(UUID deviceId, UUID practitionerId) {}

  @Override
  public UUID aggregateId() {
    return conversationId;
  }
}
