package fr.liaison.audit.entry;

import fr.liaison.audit.AuditConfig;
import fr.liaison.kit.log.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Purges once an hour what is older than the configured retention; does nothing without one. */
@ApplicationScoped
public class PurgeSchedule {

  private static final Log LOG = Log.of(PurgeSchedule.class);

  private final PurgeActs purgeActs;
  private final AuditConfig config;
  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch stopping = new CountDownLatch(1);

  PurgeSchedule(PurgeActs purgeActs, AuditConfig config) {
    this.purgeActs = purgeActs;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    config
        .retention()
        .ifPresent(retention -> Thread.ofVirtual().name("purge").start(() -> run(retention)));
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run(Duration retention) {
    try {
      do {
        purge(retention);
      } while (!stopping.await(1, TimeUnit.HOURS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  void purge(Duration retention) {
    try {
      purgeActs.purge(clock.instant().minus(retention));
    } catch (RuntimeException failure) {
      LOG.warn("Old acts could not be purged; next try in an hour", Map.of(), failure);
    }
  }
}
