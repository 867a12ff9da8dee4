package fr.liaison.contracts.event;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody accepted to stand in for the person from the first day to the last, both included. It
 * gives no access to anything: whoever wants to write to the person may write to the locum.
 */
public record PractitionerDelegated(
    UUID practitionerId, UUID delegationId, UUID locumId, LocalDate startsOn, LocalDate endsOn)
    implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return practitionerId;
  }
}
