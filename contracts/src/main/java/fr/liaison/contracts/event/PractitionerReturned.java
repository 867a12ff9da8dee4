package fr.liaison.contracts.event;

import java.util.UUID;

/** The register lists this person again; devices revoked at departure stay revoked. */
public record PractitionerReturned(UUID practitionerId) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return practitionerId;
  }
}
