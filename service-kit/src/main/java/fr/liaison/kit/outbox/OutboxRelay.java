package fr.liaison.kit.outbox;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.loop.WorkLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes outbox rows and then removes them, in id order; one instance of a service at a time. A
 * row is never skipped: the relay asks for rows that are there, not for ids above a mark. Killed
 * between publishing and removing, it publishes again, which consumers ignore by event id.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Log LOG = Log.of(OutboxRelay.class);
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(1);
  private static final int LOCK = 0x4C4F5458; // any constant, the same in every instance

  private final Database database;
  private final EventPublisher publisher;
  private final OutboxSignal signal;
  private final OutboxConfig config;
  private final AtomicLong backlog = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();
  private long measuredAt = System.nanoTime() - MEASURE_EVERY.toNanos();
  private final WorkLoop loop;

  OutboxRelay(
      Database database,
      EventPublisher publisher,
      OutboxSignal signal,
      OutboxConfig config,
      MeterRegistry metrics) {
    this.database = database;
    this.publisher = publisher;
    this.signal = signal;
    this.config = config;
    this.loop =
        new WorkLoop(
            "outbox-relay",
            new WorkLoop.Rests(config.poll(), config.backOff()),
            this::publishAndMeasure,
            failure ->
                LOG.warn(
                    "Events wait: a relay round failed", Map.of(LogKey.topic, "outbox"), failure));
    Gauge.builder("liaison.outbox.backlog", backlog, AtomicLong::get)
        .description("rows waiting for Kafka, counted up to ten thousand")
        .register(metrics);
    Gauge.builder("liaison.outbox.oldest", oldestSeconds, AtomicLong::get)
        .baseUnit("seconds")
        .description("age of the oldest row waiting for Kafka")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      signal.onNews(loop::wake);
      loop.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private boolean publishAndMeasure() {
    boolean more = publishRound() == config.batch();
    if (!more) {
      measure();
    }
    return more;
  }

  /** Publishes one batch and removes it; answers its size. Another instance at work means zero. */
  int publishRound() {
    return database.inTransaction(
        transaction -> {
          if (!isOurTurn(transaction)) {
            return 0;
          }
          List<OutboxRow> rows =
              transaction.rows(
                  OutboxRow::of, "select * from outbox order by id limit $1", config.batch());
          if (!rows.isEmpty()) {
            publisher.publish(rows);
            transaction.update(
                "delete from outbox where id = any($1)",
                (Object) rows.stream().map(OutboxRow::id).toArray(Long[]::new));
          }
          return rows.size();
        });
  }

  private static boolean isOurTurn(Transaction transaction) {
    return transaction
        .first(row -> row.getBoolean(0), "select pg_try_advisory_xact_lock($1)", (long) LOCK)
        .orElse(false);
  }

  /** The count reads up to ten thousand rows, so it is taken once a second and not each round. */
  private void measure() {
    if (System.nanoTime() - measuredAt < MEASURE_EVERY.toNanos()) {
      return;
    }
    measuredAt = System.nanoTime();
    database.read(
        reader ->
            reader.first(
                this::note,
                """
                select count(*) as waiting,
                       coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::bigint as age
                from (select occurred_at from outbox order by id limit 10000) as head
                """));
  }

  private boolean note(Row row) {
    backlog.set(row.getLong("waiting"));
    oldestSeconds.set(row.getLong("age"));
    return true;
  }
}
