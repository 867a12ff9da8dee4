package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Revokes devices whose certificate ended too long ago to be renewed, so that other services hear
 * of it like of any revocation. They refuse an expired device on their own clock meanwhile. Login
 * sessions that a revocation just missed end with the next sweep.
 */
@ApplicationScoped
public class RevokeExpiredDevices {
  private static final Log LOG = Log.of(RevokeExpiredDevices.class);
  private static final int BATCH = 500;

  private final Devices devices;
  private final RevokeDepartedDevices revokeDevices;
  private final DeviceSessions sessions;
  private final Database database;
  private final DeviceConfig config;
  private final Clock clock = Clock.systemUTC();

  RevokeExpiredDevices(
      Devices devices,
      RevokeDepartedDevices revokeDevices,
      DeviceSessions sessions,
      Database database,
      DeviceConfig config) {
    this.devices = devices;
    this.revokeDevices = revokeDevices;
    this.sessions = sessions;
    this.database = database;
    this.config = config;
  }

  @Scheduled(
      every = "${liaison.directory.device.expiry-sweep:10M}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    try {
      while (sweepBatch() == BATCH) {
        // Until fewer than a batch were left.
      }
      database.run(
          transaction -> sessions.endLate(transaction, clock.instant().atOffset(ZoneOffset.UTC)));
    } catch (RuntimeException failure) {
      LOG.warn("Expired devices could not be swept", Map.<LogKey, Object>of(), failure);
    }
  }

  int sweepBatch() {
    return database.inTransaction(
        transaction -> {
          OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
          List<DeviceRevoked> revoked =
              devices.revokeExpired(
                  transaction, "expired", now, now.minus(config.renewableFor()), BATCH);
          revokeDevices.publish(transaction, revoked, now);
          return revoked.size();
        });
  }
}
