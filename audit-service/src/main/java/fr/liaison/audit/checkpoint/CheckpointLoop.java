package fr.liaison.audit.checkpoint;

import fr.liaison.audit.AuditConfig;
import fr.liaison.kit.log.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Publishes at every interval, on one thread, until the service stops. Failures are tried again.
 */
@ApplicationScoped
public class CheckpointLoop {

  private static final Log LOG = Log.of(CheckpointLoop.class);

  private final PublishCheckpoint publishCheckpoint;
  private final PublicationStatus status;
  private final Duration interval;
  private final CountDownLatch stopping = new CountDownLatch(1);

  CheckpointLoop(
      PublishCheckpoint publishCheckpoint, PublicationStatus status, AuditConfig config) {
    this.publishCheckpoint = publishCheckpoint;
    this.status = status;
    this.interval = config.checkpointInterval();
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("checkpoints").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      do {
        publishOnce();
      } while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void publishOnce() {
    try {
      status.note(publishCheckpoint.publish());
    } catch (RuntimeException failure) {
      LOG.warn("A checkpoint could not be published; next try soon", Map.of(), failure);
    }
  }
}
