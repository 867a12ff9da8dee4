package fr.liaison.contracts.event;

import java.util.UUID;

/** The register no longer lists this person; every right ends the same day. */
public record PractitionerDeparted(UUID practitionerId) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return practitionerId;
  }
}
