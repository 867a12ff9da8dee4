package fr.liaison.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** A device opened or lost its live stream. */
public record DevicePresence(UUID deviceId, boolean connected, Instant at) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return deviceId;
  }
}
