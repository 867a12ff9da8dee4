package fr.liaison.kit.device;

import fr.liaison.contracts.event.DeviceEnrolled;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Keeps the read model of devices. A service that needs it sets {@code liaison.devices.known=true}
 * at build time. A revocation that arrives first wins over the enrolment that follows.
 */
@ApplicationScoped
@IfBuildProperty(name = "liaison.devices.known", stringValue = "true")
public class DeviceEvents implements EventHandler {
  private final KnownDevices devices;

  DeviceEvents(KnownDevices devices) {
    this.devices = devices;
  }

  @Override
  public Topic topic() {
    return Topic.DEVICE;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    // In the order in which everybody locks devices, not in that of the events.
    devices.hold(
        transaction,
        events.stream()
            .map(ReceivedEvent::event)
            .filter(DeviceRevoked.class::isInstance)
            .map(event -> ((DeviceRevoked) event).deviceId())
            .toList());
    for (ReceivedEvent received : events) {
      if (received.event() instanceof DeviceEnrolled enrolled) {
        enrol(transaction, enrolled);
      } else if (received.event() instanceof DeviceRevoked revoked) {
        revoke(transaction, revoked);
      }
    }
  }

  private void enrol(Transaction transaction, DeviceEnrolled enrolled) {
    transaction.update(
        """
        insert into known_device
          (device_id, account_id, practitioner_id, signature_key, expires_at)
        values ($1, $2, $3, $4, $5)
        on conflict (device_id) do update
          set account_id = excluded.account_id, signature_key = excluded.signature_key,
              expires_at = excluded.expires_at
        """,
        enrolled.deviceId(),
        enrolled.accountId(),
        enrolled.practitionerId(),
        Buffer.buffer(enrolled.signatureKey().toArray()),
        enrolled.expiresAt().atOffset(ZoneOffset.UTC));
    transaction.afterCommit(() -> devices.forget(enrolled.deviceId()));
  }

  private void revoke(Transaction transaction, DeviceRevoked revoked) {
    transaction.update(
        """
        insert into known_device
          (device_id, account_id, practitioner_id, signature_key, expires_at, revoked)
        values ($1, '', $2, '', clock_timestamp(), true)
        on conflict (device_id) do update set revoked = true
        """,
        revoked.deviceId(),
        revoked.practitionerId());
    transaction.afterCommit(() -> devices.forget(revoked.deviceId()));
  }
}
