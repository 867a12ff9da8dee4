package fr.liaison.conversation.removal;

import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;

/** Table {@code departure}: who left the register, last when, and whether they came back. */
@Singleton
class Departures {
  void departed(Transaction transaction, PractitionerId person, Instant at) {
    transaction.update(
        """
        insert into departure (practitioner_id, departed_at) values ($1, $2)
        on conflict (practitioner_id) do update
          set departed_at = excluded.departed_at, returned_at = null
        """,
        person.value(),
        at.atOffset(ZoneOffset.UTC));
  }

  /** The date of the departure stays: what was lost before it is lost for good. */
  void returned(Transaction transaction, PractitionerId person, Instant at) {
    transaction.update(
        "update departure set returned_at = $2 where practitioner_id = $1",
        person.value(),
        at.atOffset(ZoneOffset.UTC));
  }
}
