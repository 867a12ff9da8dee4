package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Gives the bindings of devices to the transparency log that were enrolled before it had an entry
 * for them, and the revocations of those revoked before, or meanwhile by an older instance. The
 * entry's time is that of its logging: the log never claims to have known earlier.
 */
@ApplicationScoped
public class LogMissingBindings {
  private static final Log LOG = Log.of(LogMissingBindings.class);
  private static final int BATCH = 500;

  private final Devices devices;
  private final DeviceBindings bindings;
  private final Database database;
  private final Outbox outbox;

  LogMissingBindings(Devices devices, DeviceBindings bindings, Database database, Outbox outbox) {
    this.devices = devices;
    this.bindings = bindings;
    this.database = database;
    this.outbox = outbox;
  }

  @Scheduled(
      every = "${liaison.directory.device.binding-sweep:1M}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    try {
      while (sweepBatch() == BATCH) {
        // Until fewer than a batch were left.
      }
    } catch (RuntimeException failure) {
      LOG.warn("Bindings of devices could not be logged", Map.<LogKey, Object>of(), failure);
    }
  }

  /** Answers the larger number of the two kinds. */
  int sweepBatch() {
    return database.inTransaction(
        transaction -> {
          List<DeviceBindings.Binding> missing = devices.claimUnlogged(transaction, BATCH);
          outbox.appendAll(transaction, missing.stream().map(bindings::bound).toList());
          List<DeviceRevoked> ended = devices.claimUnloggedRevocations(transaction, BATCH);
          outbox.appendAll(transaction, ended.stream().map(bindings::revoked).toList());
          return Math.max(missing.size(), ended.size());
        });
  }
}
