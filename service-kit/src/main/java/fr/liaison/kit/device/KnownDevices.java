package fr.liaison.kit.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Which devices exist and may act. Fails closed: unknown, expired, revoked or somebody else's is a
 * refusal, and so is a database that does not answer.
 */
@ApplicationScoped
public class KnownDevices {
  private static final int MOST = 50_000;

  /** So many requests at a time wait for news of a device; others are refused at once. */
  private static final int MOST_WAITING = 32;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Database database;
  private final Duration trust;
  private final Duration patience;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Clock clock = Clock.systemUTC();
  private final ConcurrentMap<UUID, Reading> readings = new ConcurrentHashMap<>();

  KnownDevices(Database database, DevicesConfig config) {
    this.database = database;
    this.trust = config.cache();
    this.patience = config.patience();
  }

  /**
   * The caller's own active device, as named in the Liaison-Device header. An unknown one is waited
   * for a moment: whoever enrolled just now is faster than the news of it.
   */
  public KnownDevice requireActive(Caller caller) {
    UUID claimed =
        caller.claimedDevice().orElseThrow(() -> Problem.of(ProblemType.DEVICE_REQUIRED));
    KnownDevice device =
        find(claimed)
            .or(() -> await(claimed))
            .filter(known -> known.accountId().equals(caller.accountId()))
            .orElseThrow(
                () -> Problem.of(ProblemType.DEVICE_UNKNOWN).retryAfter(Duration.ofSeconds(1)));
    if (!isActive(device)) {
      throw Problem.of(device.revoked() ? ProblemType.DEVICE_REVOKED : ProblemType.DEVICE_EXPIRED);
    }
    return device;
  }

  private Optional<KnownDevice> await(UUID deviceId) {
    if (!waiting.tryAcquire()) {
      return Optional.empty();
    }
    try {
      long end = System.nanoTime() + patience.toNanos();
      Optional<KnownDevice> found = Optional.empty();
      while (found.isEmpty()
          && System.nanoTime() < end
          && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        found = find(deviceId);
      }
      return found;
    } finally {
      waiting.release();
    }
  }

  public Optional<KnownDevice> find(UUID deviceId) {
    Instant now = clock.instant();
    Reading recent = readings.get(deviceId);
    if (recent != null && recent.until().isAfter(now)) {
      return Optional.of(recent.device());
    }
    Optional<KnownDevice> read =
        database.read(
            reader ->
                reader.first(
                    KnownDevice::of, "select * from known_device where device_id = $1", deviceId));
    read.ifPresent(device -> remember(device, now));
    return read;
  }

  public boolean isActive(KnownDevice device) {
    return !device.revoked() && device.expiresAt().isAfter(clock.instant());
  }

  /** All devices of these people, revoked and expired ones included. */
  public List<KnownDevice> ofPractitioners(Transaction transaction, Collection<UUID> people) {
    return transaction.rows(
        KnownDevice::of,
        "select * from known_device where practitioner_id = any($1) order by device_id",
        (Object) people.toArray(UUID[]::new));
  }

  /**
   * Those of the named devices that are known, kept from being revoked until the transaction ends:
   * a revocation waits for it, or was seen by it. To be called before other rows are locked,
   * because a revocation holds the device first.
   */
  public List<KnownDevice> hold(Transaction transaction, Collection<UUID> devices) {
    return transaction.rows(
        KnownDevice::of,
        "select * from known_device where device_id = any($1) order by device_id for no key update",
        (Object) devices.toArray(UUID[]::new));
  }

  /** Those of the named devices that are known. */
  public List<KnownDevice> findAll(Transaction transaction, Collection<UUID> devices) {
    return transaction.rows(
        KnownDevice::of,
        "select * from known_device where device_id = any($1)",
        (Object) devices.toArray(UUID[]::new));
  }

  void forget(UUID deviceId) {
    readings.remove(deviceId);
  }

  private void remember(KnownDevice device, Instant now) {
    if (readings.size() >= MOST) {
      readings.clear();
    }
    readings.put(device.deviceId(), new Reading(device, now.plus(trust)));
  }

  private record Reading(KnownDevice device, Instant until) {}
}
