package fr.liaison.attachment.upload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how many slices are in memory at once, and so the memory of reception as a whole. */
@ApplicationScoped
class ReceptionPermits {
  private final Semaphore permits;
  private final Duration patience;

  ReceptionPermits(UploadConfig config, MeterRegistry metrics) {
    this.permits = new Semaphore(config.permits());
    this.patience = config.permitWait();
    Gauge.builder(
            "liaison.attachment.receiving", () -> config.permits() - permits.availablePermits())
        .description("requests that hold a slice in memory")
        .register(metrics);
  }

  /** Waits for a permit; false when the service is still saturated after the configured wait. */
  boolean acquire() {
    try {
      return permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void release() {
    permits.release();
  }
}
