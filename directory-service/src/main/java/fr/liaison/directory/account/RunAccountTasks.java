package fr.liaison.directory.account;

import static java.util.Objects.requireNonNull;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries waiting tasks out, one transaction each, until none is due. A failure puts the task off
 * with a growing pause and is never final. Several instances share the work by row locks.
 */
@ApplicationScoped
public class RunAccountTasks {
  private static final Log LOG = Log.of(RunAccountTasks.class);

  private final AccountTasks tasks;
  private final Accounts accounts;
  private final KeycloakAccounts keycloak;
  private final Database database;
  private final AuditTrail audit;
  private final AccountConfig config;
  private final AtomicLong open = new AtomicLong();
  private final Clock clock = Clock.systemUTC();

  RunAccountTasks(
      AccountTasks tasks,
      Accounts accounts,
      KeycloakAccounts keycloak,
      Database database,
      AuditTrail audit,
      AccountConfig config,
      MeterRegistry meters) {
    this.tasks = tasks;
    this.accounts = accounts;
    this.keycloak = keycloak;
    this.database = database;
    this.audit = audit;
    this.config = config;
    meters.gauge("liaison.account.tasks.open", open);
  }

  @Scheduled(
      every = "${liaison.directory.account.poll:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void poll() {
    try {
      while (runOne()) {
        // Until none is due.
      }
      open.set(database.read(tasks::backlog).open());
    } catch (RuntimeException failure) {
      LOG.warn("Account tasks could not be looked at", Map.<LogKey, Object>of(), failure);
    }
  }

  private boolean runOne() {
    return database.inTransaction(
        transaction -> {
          OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
          Optional<AccountTasks.Task> due = tasks.takeDue(transaction, now);
          if (due.isEmpty()) {
            return false;
          }
          AccountTasks.Task task = due.get();
          Optional<String> failure =
              switch (task.action()) {
                case disable -> keycloak.disable(task.accountId());
                case enable -> keycloak.enable(task.accountId());
                case renumber -> renumber(transaction, task.accountId());
                case logout -> keycloak.logout(requireNonNull(task.sessionId()));
              };
          if (failure.isPresent()) {
            tasks.failed(transaction, task, failure.get(), now, pause(task.attempts()));
            LOG.warn("Keycloak did not take an account task", Map.of(LogKey.reason, failure.get()));
          } else {
            tasks.done(transaction, task, now);
            audit.record(
                transaction,
                Act.of("account." + task.action().name()).on("account", task.accountId()));
          }
          return true;
        });
  }

  private Optional<String> renumber(Transaction transaction, String accountId) {
    return tasks
        .nationalIdOf(transaction, accountId)
        .flatMap(number -> keycloak.renumber(accountId, number, namesakes(transaction)));
  }

  private KeycloakAccounts.Namesakes namesakes(Transaction transaction) {
    return new KeycloakAccounts.Namesakes() {
      @Override
      public boolean standForNobody(String accountId) {
        return accounts.practitionerOf(transaction, accountId).isEmpty();
      }

      @Override
      public void deleted(String accountId) {
        audit.record(transaction, Act.of("account.delete").on("account", accountId));
      }
    };
  }

  private Duration pause(int attempts) {
    long factor = 1L << Math.min(attempts, 20);
    Duration pause = config.firstRetry().multipliedBy(factor);
    return pause.compareTo(config.longestRetry()) < 0 ? pause : config.longestRetry();
  }
}
