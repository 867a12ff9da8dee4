package fr.liaison.conversation.keypackage;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.KeyPackagesLow;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.idempotency.Idempotency;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes one key package for each device of the named persons, the calling device excepted. A
 * single-use key package is handed out once, ever.
 */
@Singleton
public class ClaimKeyPackages {
  private final Database database;
  private final KnownDevices devices;
  private final Pools pools;
  private final ClaimWindows windows;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Idempotency idempotency;
  private final KeyPackageConfig config;
  private final Clock clock = Clock.systemUTC();

  ClaimKeyPackages(
      Database database,
      KnownDevices devices,
      Pools pools,
      ClaimWindows windows,
      Outbox outbox,
      AuditTrail audit,
      Idempotency idempotency,
      KeyPackageConfig config) {
    this.database = database;
    this.devices = devices;
    this.pools = pools;
    this.windows = windows;
    this.outbox = outbox;
    this.audit = audit;
    this.idempotency = idempotency;
    this.config = config;
  }

  /** How a claim ended. */
  public sealed interface Outcome {
    record Claimed(List<Invitation> devices) implements Outcome {}

    record TooMany(Duration retryAfter) implements Outcome {}
  }

  /** What was found for a device. The names are wire values. */
  public enum Status {
    ok,
    lastResort,
    exhausted,
    revoked
  }

  /** One device and, for the first two statuses, the key package to add it with. */
  public record Invitation(
      UUID deviceId, UUID practitionerId, Status status, @Nullable Bytes keyPackage) {}

  /** Repeated with the same key, a claim takes nothing more and gets its first answer. */
  public Outcome claim(
      Requester requester, Set<PractitionerId> persons, @Nullable String idempotencyKey) {
    List<UUID> request = persons.stream().map(PractitionerId::value).sorted().toList();
    return database.inTransaction(
        transaction -> {
          Optional<Duration> wait =
              windows.count(transaction, requester.device(), persons, clock.instant());
          return wait.isPresent()
              ? new Outcome.TooMany(wait.get())
              : idempotency.once(
                  transaction,
                  requester.caller(),
                  idempotencyKey,
                  request,
                  Outcome.Claimed.class,
                  () -> claim(transaction, requester, persons));
        });
  }

  private Outcome.Claimed claim(
      Transaction transaction, Requester requester, Set<PractitionerId> persons) {
    List<KnownDevice> named =
        devices
            .ofPractitioners(transaction, persons.stream().map(PractitionerId::value).toList())
            .stream()
            .filter(device -> !device.revoked())
            .filter(device -> !device.deviceId().equals(requester.device().value()))
            .toList();
    Map<UUID, Pools.Claimed> claimed =
        pools
            .claim(
                transaction,
                requester.device(),
                named.stream()
                    .filter(devices::isActive)
                    .map(device -> new DeviceId(device.deviceId()))
                    .toList())
            .stream()
            .collect(Collectors.toMap(one -> one.device().value(), Function.identity()));
    List<Invitation> invitations =
        named.stream().map(device -> invitation(device, claimed.get(device.deviceId()))).toList();
    outbox.appendAll(transaction, events(requester, persons, invitations, claimed));
    return new Outcome.Claimed(invitations);
  }

  private static Invitation invitation(KnownDevice device, Pools.@Nullable Claimed claimed) {
    if (claimed == null) {
      return of(device, Status.revoked, null);
    }
    if (claimed.keyPackage().isPresent()) {
      return of(device, Status.ok, claimed.keyPackage().get());
    }
    return claimed
        .lastResort()
        .map(keyPackage -> of(device, Status.lastResort, keyPackage))
        .orElseGet(() -> of(device, Status.exhausted, null));
  }

  private static Invitation of(KnownDevice device, Status status, @Nullable Bytes keyPackage) {
    return new Invitation(device.deviceId(), device.practitionerId(), status, keyPackage);
  }

  private List<DomainEvent> events(
      Requester requester,
      Set<PractitionerId> persons,
      List<Invitation> invitations,
      Map<UUID, Pools.Claimed> claimed) {
    List<DomainEvent> events = new ArrayList<>();
    for (PractitionerId person : persons) {
      long count =
          invitations.stream().filter(i -> i.practitionerId().equals(person.value())).count();
      events.add(
          audit.stamp(
              requester.act("keypackage.claim").on("practitioner", person).with("devices", count)));
    }
    claimed.values().stream()
        .filter(this::isNewlyLow)
        .map(one -> new KeyPackagesLow(one.device().value(), one.available()))
        .forEach(events::add);
    return events;
  }

  /** Said once on the way down, and again whenever the pool is found empty. */
  private boolean isNewlyLow(Pools.Claimed claimed) {
    return claimed.keyPackage().isEmpty() || claimed.available() == config.low() - 1;
  }
}
