package fr.liaison.contracts.event;

import java.util.List;
import java.util.UUID;

/**
 * These devices of a conversation were away for too long; they stay in its roster and are not
 * waited for. A new roster says when they are back.
 */
public record MembersDormant(UUID conversationId, List<UUID> deviceIds) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return conversationId;
  }
}
