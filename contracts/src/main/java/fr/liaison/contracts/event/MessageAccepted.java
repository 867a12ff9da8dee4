package fr.liaison.contracts.event;

import java.util.List;
import java.util.UUID;

/**
 * A message was committed at this place of its conversation. Recipients are all devices of the
 * roster but the sender's.
 */
public record MessageAccepted(
    UUID conversationId,
    long sequence,
    long epoch,
    UUID senderDeviceId,
    String priority,
    List<UUID> attachments,
    List<UUID> recipients)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return conversationId;
  }
}
