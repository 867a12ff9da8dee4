package fr.liaison.directory.delegation;

import fr.liaison.contracts.event.PractitionerDelegated;
import fr.liaison.contracts.event.PractitionerDelegationEnded;
import fr.liaison.directory.practitioner.PractitionerId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delegation's row while a transaction decides on it. */
record Held(
    DelegationId id,
    UUID replaced,
    UUID locum,
    UUID proposedBy,
    Term term,
    Stored state,
    @Nullable String structureId) {

  /** As it is stored; today's date makes the rest of it. */
  enum Stored {
    proposed,
    accepted,
    ended
  }

  static Held of(Row row) {
    return new Held(
        new DelegationId(row.getUUID("id")),
        row.getUUID("replaced_id"),
        row.getUUID("locum_id"),
        row.getUUID("proposed_by"),
        new Term(row.getLocalDate("starts_on"), row.getLocalDate("ends_on")),
        Stored.valueOf(row.getString("state")),
        row.getString("structure_id"));
  }

  boolean isAskedOf(PractitionerId person) {
    return locum.equals(person.value());
  }

  boolean isBetween(PractitionerId person) {
    return isAskedOf(person) || replaced.equals(person.value());
  }

  Delegation.State stateOn(LocalDate today) {
    if (state == Stored.ended || term.endsOn().isBefore(today)) {
      return Delegation.State.ended;
    }
    if (state == Stored.proposed) {
      return Delegation.State.proposed;
    }
    return term.startsOn().isAfter(today) ? Delegation.State.upcoming : Delegation.State.current;
  }

  /** Why one that the table still calls open is over; null where it is not. */
  Delegation.@Nullable EndReason lapsedOn(LocalDate today) {
    if (state == Stored.ended || !term.endsOn().isBefore(today)) {
      return null;
    }
    return state == Stored.accepted ? Delegation.EndReason.over : Delegation.EndReason.unanswered;
  }

  PractitionerDelegated begun() {
    return new PractitionerDelegated(replaced, id.value(), locum, term.startsOn(), term.endsOn());
  }

  PractitionerDelegationEnded over() {
    return new PractitionerDelegationEnded(replaced, id.value(), locum);
  }
}
