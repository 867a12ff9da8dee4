package fr.liaison.contracts.event;

import java.util.UUID;

/**
 * The server put proposals to remove devices into a conversation's log, which reaches this far;
 * there is no message in it for anybody to read.
 */
public record RemovalProposed(UUID conversationId, long sequence, long epoch)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return conversationId;
  }
}
