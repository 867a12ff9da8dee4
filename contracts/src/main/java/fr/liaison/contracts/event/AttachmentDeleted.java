package fr.liaison.contracts.event;

import java.util.UUID;

/** An encrypted blob was removed for the reason named. */
public record AttachmentDeleted(UUID attachmentId, String reason) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return attachmentId;
  }
}
