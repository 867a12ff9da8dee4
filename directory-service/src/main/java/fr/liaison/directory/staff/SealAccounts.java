package fr.liaison.directory.staff;

import fr.liaison.directory.account.KeycloakAccounts;
import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes one-time passwords: where a passkey took their place, and where there was none in time;
 * that person departs. Looked at again and again until done; several instances share the work by
 * row locks.
 */
@ApplicationScoped
public class SealAccounts {
  private static final Log LOG = Log.of(SealAccounts.class);

  private final KeycloakAccounts accounts;
  private final InvitedPeople people;
  private final Departures departures;
  private final StaffConfig config;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  SealAccounts(
      KeycloakAccounts accounts,
      InvitedPeople people,
      Departures departures,
      StaffConfig config,
      Database database,
      AuditTrail audit) {
    this.accounts = accounts;
    this.people = people;
    this.departures = departures;
    this.config = config;
    this.database = database;
    this.audit = audit;
  }

  /** An account that still has its password, and whether its time is over. */
  private record Unsealed(UUID practitioner, String accountId, boolean late) {}

  @Scheduled(
      every = "${liaison.directory.staff.seal-every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void poll() {
    try {
      for (UUID practitioner : database.read(SealAccounts::waiting)) {
        database.run(transaction -> seal(transaction, practitioner));
      }
    } catch (RuntimeException failure) {
      LOG.warn("One-time passwords could not be looked at", Map.<LogKey, Object>of(), failure);
    }
  }

  private static List<UUID> waiting(Transaction transaction) {
    return transaction.rows(
        row -> row.getUUID(0),
        "select practitioner_id from invited_person where sealed_at is null order by invited_at");
  }

  private void seal(Transaction transaction, UUID practitioner) {
    transaction
        .first(
            row -> new Unsealed(row.getUUID(0), row.getString(1), row.getBoolean(2)),
            """
            select i.practitioner_id, a.account_id,
              greatest(v.expires_at, i.invited_at + $2 * interval '1 second') <= now()
            from invited_person i
            join invitation v on v.id = i.invitation_id
            join account a on a.practitioner_id = i.practitioner_id
            where i.practitioner_id = $1 and i.sealed_at is null
            for update of i skip locked
            """,
            practitioner,
            config.leastForPasskey().toSeconds())
        .ifPresent(one -> seal(transaction, one));
  }

  private void seal(Transaction transaction, Unsealed one) {
    switch (accounts.seal(one.accountId(), one.late())) {
      case done -> sealed(transaction, one, false);
      case lapsed -> {
        PractitionerId id = new PractitionerId(one.practitioner());
        OffsetDateTime now = now();
        // Whoever was removed before stays removed.
        if (people.depart(transaction, id, now)) {
          people.lapse(transaction, id, now);
          departures.depart(transaction, List.of(id.value()), now);
        }
        sealed(transaction, one, true);
      }
      case waiting, failed -> {}
    }
  }

  private void sealed(Transaction transaction, Unsealed one, boolean late) {
    transaction.update(
        "update invited_person set sealed_at = $2 where practitioner_id = $1",
        one.practitioner(),
        now());
    audit.record(
        transaction, Act.of("account.seal").on("account", one.accountId()).with("late", late));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
