package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes every device away from people who left or are suspended, in the transaction that says so.
 */
@ApplicationScoped
public class RevokeDepartedDevices {
  private static final int CHUNK = 2000;

  private final Devices devices;
  private final DeviceSessions sessions;
  private final Outbox outbox;
  private final DeviceBindings bindings;
  private final AuditTrail audit;

  RevokeDepartedDevices(
      Devices devices,
      DeviceSessions sessions,
      Outbox outbox,
      DeviceBindings bindings,
      AuditTrail audit) {
    this.devices = devices;
    this.sessions = sessions;
    this.outbox = outbox;
    this.bindings = bindings;
    this.audit = audit;
  }

  public void of(
      Transaction transaction, List<UUID> practitioners, String reason, OffsetDateTime now) {
    for (int from = 0; from < practitioners.size(); from += CHUNK) {
      UUID[] chunk =
          practitioners
              .subList(from, Math.min(practitioners.size(), from + CHUNK))
              .toArray(UUID[]::new);
      publish(transaction, devices.revokeAllOf(transaction, chunk, reason, now), now);
    }
  }

  /** Also what the expiry sweep does with its finds. */
  void publish(Transaction transaction, List<DeviceRevoked> revoked, OffsetDateTime now) {
    List<DomainEvent> events = new ArrayList<>();
    for (DeviceRevoked one : revoked) {
      events.add(one);
      events.add(bindings.revoked(one));
      events.add(
          audit.stamp(
              Act.of("device.revoke").on("device", one.deviceId()).with("reason", one.reason())));
    }
    outbox.appendAll(transaction, events);
    // Also of whoever departed: should they be back before Keycloak was told, nobody tells it more.
    sessions.end(transaction, revoked, null, now);
  }
}
