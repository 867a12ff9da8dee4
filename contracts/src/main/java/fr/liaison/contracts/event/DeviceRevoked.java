package fr.liaison.contracts.event;

import java.util.UUID;

/** The device may do nothing any more, from now on and for ever. */
public record DeviceRevoked(UUID deviceId, UUID practitionerId, String reason)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return deviceId;
  }
}
