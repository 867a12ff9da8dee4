package fr.liaison.kit.event;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Forgets, once an hour, event ids and first answers that can no longer be repeated. */
@ApplicationScoped
public class Forgetting {
  private static final Log LOG = Log.of(Forgetting.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration ANSWERS = Duration.ofHours(24);
  private static final int PORTION = 5_000;

  private final Database database;
  private final ConsumerConfiguration config;
  private @Nullable Thread thread;

  Forgetting(Database database, ConsumerConfiguration config) {
    this.database = database;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("forgetting").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void run() {
    while (true) {
      try {
        Thread.sleep(EVERY);
        forget(OffsetDateTime.now(ZoneOffset.UTC));
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failure) {
        LOG.warn("Old event ids could not be forgotten; next try in an hour", Map.of(), failure);
      }
    }
  }

  void forget(OffsetDateTime now) {
    deleteAll(
        """
        delete from consumed_event where (event_id, source) in
          (select event_id, source from consumed_event where consumed_at < $1
           order by consumed_at limit $2)
        """,
        now.minus(config.memory()));
    deleteAll(
        """
        delete from idempotent_answer where (account_id, key) in
          (select account_id, key from idempotent_answer where created_at < $1
           order by created_at limit $2)
        """,
        now.minus(ANSWERS));
  }

  /** In portions, each with its own transaction, so that a large arrear is worked off as well. */
  private void deleteAll(String sql, OffsetDateTime before) {
    while (database.inTransaction(transaction -> transaction.update(sql, before, PORTION))
        == PORTION) {
      // There may be more.
    }
  }
}
