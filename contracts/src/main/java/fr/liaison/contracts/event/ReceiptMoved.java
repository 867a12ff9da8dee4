package fr.liaison.contracts.event;

import java.util.UUID;

/** A device acknowledged entries up to a sequence; both marks only move forward. */
public record ReceiptMoved(
    UUID conversationId, UUID practitionerId, UUID deviceId, long deliveredUpTo, long readUpTo)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return conversationId;
  }
}
