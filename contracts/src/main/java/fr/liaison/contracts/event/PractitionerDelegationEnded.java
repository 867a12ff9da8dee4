package fr.liaison.contracts.event;

import java.util.UUID;

/** Nobody stands in for the person any more under that delegation, from now on. */
public record PractitionerDelegationEnded(UUID practitionerId, UUID delegationId, UUID locumId)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return practitionerId;
  }
}
