package fr.liaison.directory.register;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.PractitionerDeparted;
import fr.liaison.contracts.event.PractitionerReturned;
import fr.liaison.directory.account.AccountTasks;
import fr.liaison.directory.device.RevokeDepartedDevices;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes the directory equal to the shadow tables inside the caller's transaction, so that readers
 * see the old register or the new one, never a mixture. Whoever leaves loses every device and the
 * account in the same transaction. Throws {@link RefusedFile} when too many would leave.
 */
@ApplicationScoped
public class MergeShadow {
  /** Events appended by one statement. */
  private static final int CHUNK = 2000;

  private final RegisterPeople people;
  private final RevokeDepartedDevices revokeDevices;
  private final AccountTasks accountTasks;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final RegisterConfig config;

  MergeShadow(
      RegisterPeople people,
      RevokeDepartedDevices revokeDevices,
      AccountTasks accountTasks,
      Outbox outbox,
      AuditTrail audit,
      RegisterConfig config) {
    this.people = people;
    this.revokeDevices = revokeDevices;
    this.accountTasks = accountTasks;
    this.outbox = outbox;
    this.audit = audit;
    this.config = config;
  }

  /** How the directory changed. */
  record Changes(long arrivals, long changes, long departures, long returns) {}

  Changes merge(Transaction transaction, long expected, LocalDate lastListed, OffsetDateTime now) {
    RegisterPeople.Balance balance = people.balance(transaction);
    if (balance.shadow() != expected) {
      throw new IllegalStateException("the shadow tables changed under the import lock");
    }
    if (balance.leaving() > config.mostDepartures() * balance.active()) {
      throw new RefusedFile(
          RefusalReason.TOO_MANY_DEPARTURES,
          0,
          balance.leaving() + " of " + balance.active() + " would leave");
    }
    RegisterPeople.Arrivals arrivals = people.upsertChanged(transaction);
    people.replaceSituations(transaction);
    List<UUID> departed = people.departMissing(transaction, lastListed, now);
    revokeDevices.of(transaction, departed, now);
    accountTasks.disable(transaction, departed, now);
    accountTasks.enable(transaction, arrivals.returned(), now);
    publish(transaction, departed, PractitionerDeparted::new, "practitioner.depart");
    publish(transaction, arrivals.returned(), PractitionerReturned::new, "practitioner.return");
    return new Changes(
        arrivals.arrived(), arrivals.changed(), departed.size(), arrivals.returned().size());
  }

  private void publish(
      Transaction transaction,
      List<UUID> practitioners,
      Function<UUID, DomainEvent> event,
      String action) {
    for (int from = 0; from < practitioners.size(); from += CHUNK) {
      List<DomainEvent> events = new ArrayList<>();
      for (UUID id : practitioners.subList(from, Math.min(practitioners.size(), from + CHUNK))) {
        events.add(event.apply(id));
        events.add(audit.stamp(Act.of(action).on("practitioner", id)));
      }
      outbox.appendAll(transaction, events);
    }
  }
}
