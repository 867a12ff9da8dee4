package fr.liaison.contracts.event;

import java.util.List;
import java.util.UUID;

/** All who administer a group from now on, as somebody decided; a new roster says it by itself. */
public record AdminsChanged(UUID conversationId, List<UUID> practitionerIds)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return conversationId;
  }
}
