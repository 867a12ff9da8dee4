package fr.liaison.directory.register;

import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RegisterDate;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells in the gauge {@code liaison.register.age.days} how old the files in force are, by kind; -1
 * before the first. To alert on: the publisher pauses at times, so readiness does not look at it.
 */
@ApplicationScoped
public class RegisterAge {
  private final Database database;
  private final Map<ImportKind, AtomicLong> days = new EnumMap<>(ImportKind.class);
  private final Clock clock = Clock.system(RegisterDate.PUBLISHER_ZONE);

  RegisterAge(Database database, MeterRegistry meters) {
    this.database = database;
    for (ImportKind kind : ImportKind.values()) {
      AtomicLong age = new AtomicLong(-1);
      days.put(kind, age);
      meters.gauge("liaison.register.age.days", Tags.of("kind", kind.name()), age);
    }
  }

  @Scheduled(every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void refresh() {
    try {
      LocalDate today = LocalDate.now(clock);
      days.forEach(
          (kind, age) -> age.set(database.read(transaction -> age(transaction, kind, today))));
    } catch (DatabaseUnavailable passing) {
      return; // What was known is still shown.
    }
  }

  private static long age(Transaction transaction, ImportKind kind, LocalDate today) {
    return transaction
        .first(
            row -> ChronoUnit.DAYS.between(row.getLocalDate(0), today),
            """
            select register_date from register_import where outcome = 'accepted'
              and (kind = $1
                or files::jsonb @> jsonb_build_array(jsonb_build_object('kind', $1::text)))
            order by started_at desc, id desc limit 1
            """,
            kind.name())
        .orElse(-1L);
  }
}
