package fr.liaison.contracts.event;

import java.util.UUID;

/** An encrypted blob is complete and durable; {@code size} in bytes of ciphertext. */
public record AttachmentStored(UUID attachmentId, UUID conversationId, long size)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return attachmentId;
  }
}
