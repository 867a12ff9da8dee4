package fr.liaison.contracts.event;

import java.util.UUID;

/** A device's pool of single-use key packages runs out. */
public record KeyPackagesLow(UUID deviceId, int available) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return deviceId;
  }
}
