package fr.liaison.contracts.event;

import java.util.UUID;

/** The person takes part again; devices that were revoked stay so. */
public record PractitionerReturned(UUID practitionerId) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return practitionerId;
  }
}
