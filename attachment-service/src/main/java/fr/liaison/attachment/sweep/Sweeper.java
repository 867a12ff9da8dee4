package fr.liaison.attachment.sweep;

import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the removal again and again; a failed round is taken up by the next. */
@ApplicationScoped
public class Sweeper {
  private static final Log LOG = Log.of(Sweeper.class);

  private final DoomPending doomPending;
  private final ReapObjects reapObjects;
  private final SweepConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Sweeper(DoomPending doomPending, ReapObjects reapObjects, SweepConfig config) {
    this.doomPending = doomPending;
    this.reapObjects = reapObjects;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("sweeper").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(config.every().toMillis(), TimeUnit.MILLISECONDS)) {
        round();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      sweep();
    } catch (RuntimeException failure) {
      LOG.warn("A removal round failed; the next takes it up", Map.of(), failure);
    }
  }

  /** One full round: works until nothing more is due. */
  void sweep() {
    int removed = 0;
    for (int batch = config.batch(); batch == config.batch(); removed += batch) {
      batch = doomPending.doom();
    }
    for (int batch = config.batch(); batch == config.batch(); removed += batch) {
      batch = reapObjects.reap();
    }
    if (removed > 0) {
      LOG.info("Removed what was due", Map.of(LogKey.count, removed));
    }
  }
}
