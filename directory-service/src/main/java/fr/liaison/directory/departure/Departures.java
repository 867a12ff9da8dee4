package fr.liaison.directory.departure;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.PractitionerDeparted;
import fr.liaison.contracts.event.PractitionerReturned;
import fr.liaison.directory.account.AccountTasks;
import fr.liaison.directory.delegation.EndedDelegations;
import fr.liaison.directory.device.RevokeDepartedDevices;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What it means that entries of the directory depart or return, in the transaction that marks them
 * so: whoever departs loses every device, the account, the links they invited by and what was
 * agreed about locums, and everybody else is told.
 */
@ApplicationScoped
public class Departures {
  /** Events appended by one statement. */
  private static final int CHUNK = 2000;

  private final RevokeDepartedDevices revokeDevices;
  private final EndedDelegations endedDelegations;
  private final AccountTasks accountTasks;
  private final WithdrawLinks withdrawLinks;
  private final Outbox outbox;
  private final AuditTrail audit;

  Departures(
      RevokeDepartedDevices revokeDevices,
      EndedDelegations endedDelegations,
      AccountTasks accountTasks,
      WithdrawLinks withdrawLinks,
      Outbox outbox,
      AuditTrail audit) {
    this.revokeDevices = revokeDevices;
    this.endedDelegations = endedDelegations;
    this.accountTasks = accountTasks;
    this.withdrawLinks = withdrawLinks;
    this.outbox = outbox;
    this.audit = audit;
  }

  public void depart(Transaction transaction, List<UUID> departed, OffsetDateTime now) {
    leave(transaction, departed, "departed", now);
  }

  /** To everybody else the same as a departure, until they come back. */
  public void suspend(Transaction transaction, List<UUID> suspended, OffsetDateTime now) {
    leave(transaction, suspended, "suspended", now);
  }

  private void leave(
      Transaction transaction, List<UUID> leaving, String reason, OffsetDateTime now) {
    revokeDevices.of(transaction, leaving, reason, now);
    endedDelegations.of(transaction, leaving, now);
    accountTasks.disable(transaction, leaving, now);
    withdrawLinks.of(transaction, leaving, now);
    publish(transaction, leaving, PractitionerDeparted::new, "practitioner.depart");
  }

  public void comeBack(Transaction transaction, List<UUID> returned, OffsetDateTime now) {
    accountTasks.enable(transaction, returned, now);
    publish(transaction, returned, PractitionerReturned::new, "practitioner.return");
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
