package fr.liaison.directory.delegation;

import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ends delegations and proposals whose last day is past. Cards go by the days alone, so this is for
 * the record and for other services; several instances share the work by row locks.
 */
@ApplicationScoped
public class EndPastDelegations {
  private static final Log LOG = Log.of(EndPastDelegations.class);
  private static final int BATCH = 500;

  private final Delegations delegations;
  private final EndedDelegations ended;
  private final Database database;
  private final Clock clock = Clock.systemUTC();

  EndPastDelegations(Delegations delegations, EndedDelegations ended, Database database) {
    this.delegations = delegations;
    this.ended = ended;
    this.database = database;
  }

  @Scheduled(
      every = "${liaison.directory.delegation.sweep:10m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void poll() {
    try {
      while (endSome() == BATCH) {
        // Until fewer than a batch are left.
      }
    } catch (RuntimeException failure) {
      LOG.warn("Past delegations could not be looked at", Map.<LogKey, Object>of(), failure);
    }
  }

  /** Answers how many it ended, at most a batch. */
  int endSome() {
    return database.inTransaction(
        transaction -> {
          LocalDate today = LocalDate.now(clock.withZone(Replacements.ZONE));
          List<Held> past =
              delegations.endPast(
                  transaction, today, clock.instant().atOffset(ZoneOffset.UTC), BATCH);
          past.stream()
              .collect(Collectors.groupingBy(held -> reason(held, today)))
              .forEach((reason, some) -> ended.tell(transaction, some, reason));
          return past.size();
        });
  }

  /** As {@link Delegations#endPast} stores it. */
  private static String reason(Held held, LocalDate today) {
    if (!held.term().endsOn().isBefore(today)) {
      return "unavailable";
    }
    return held.state() == Held.Stored.accepted ? "over" : "unanswered";
  }
}
