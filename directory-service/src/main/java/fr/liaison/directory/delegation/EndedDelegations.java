package fr.liaison.directory.delegation;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Ends what people who depart or are suspended have agreed or were asked, in the transaction that
 * says so, and tells of delegations that ended without anybody's doing.
 */
@ApplicationScoped
public class EndedDelegations {
  private static final int CHUNK = 2000;

  private final Delegations delegations;
  private final Outbox outbox;
  private final AuditTrail audit;

  EndedDelegations(Delegations delegations, Outbox outbox, AuditTrail audit) {
    this.delegations = delegations;
    this.outbox = outbox;
    this.audit = audit;
  }

  public void of(Transaction transaction, List<UUID> people, OffsetDateTime now) {
    for (int from = 0; from < people.size(); from += CHUNK) {
      UUID[] chunk =
          people.subList(from, Math.min(people.size(), from + CHUNK)).toArray(UUID[]::new);
      tell(transaction, delegations.endOf(transaction, chunk, now), "unavailable");
    }
  }

  /** Withdraws what an administrator asked in the name of a structure that is theirs no more. */
  public void withdraw(
      Transaction transaction, PractitionerId person, String structure, OffsetDateTime now) {
    tell(transaction, delegations.withdraw(transaction, person, structure, now), "withdrawn");
  }

  void tell(Transaction transaction, List<Held> before, String reason) {
    List<DomainEvent> events = new ArrayList<>();
    for (Held held : before) {
      if (held.state() == Held.Stored.accepted) {
        events.add(held.over());
      }
      events.add(
          audit.stamp(
              Act.of("delegation.end")
                  .on("practitioner", held.replaced())
                  .with("delegation", held.id())
                  .with("locum", held.locum())
                  .with("reason", reason)));
    }
    outbox.appendAll(transaction, events);
  }
}
