package fr.liaison.contracts.event;

import java.util.UUID;

/** The person left the register or is suspended; every right ends at once. */
public record PractitionerDeparted(UUID practitionerId) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return practitionerId;
  }
}
