package fr.liaison.contracts.event;

import java.util.UUID;

/** The person is known by another national number; entry, account and devices stay. */
public record PractitionerRenumbered(UUID practitionerId) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return practitionerId;
  }
}
