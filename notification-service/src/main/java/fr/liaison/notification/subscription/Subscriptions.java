package fr.liaison.notification.subscription;

import fr.liaison.kit.database.Transaction;
import fr.liaison.notification.DeviceId;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The rows of subscriptions; a pending push goes with its subscription. */
@ApplicationScoped
public class Subscriptions {

  void renew(
      Transaction transaction, DeviceId device, PushEndpoint endpoint, SubscriptionKeys keys) {
    transaction.update(
        "delete from subscription where endpoint = $1 and device_id <> $2",
        endpoint.uri().toString(),
        device.value());
    transaction.update(
        """
        insert into subscription (device_id, endpoint, p256dh, auth, version)
        values ($1, $2, $3, $4, $5)
        on conflict (device_id) do update
        set endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth,
            version = excluded.version, renewed_at = clock_timestamp()
        """,
        device.value(),
        endpoint.uri().toString(),
        Buffer.buffer(keys.p256dh().toArray()),
        Buffer.buffer(keys.auth().toArray()),
        UUID.randomUUID());
  }

  void drop(Transaction transaction, List<DeviceId> devices) {
    transaction.update(
        "delete from subscription where device_id = any($1)",
        (Object) devices.stream().map(DeviceId::value).toArray(UUID[]::new));
  }

  /** Drops what the provider called gone; false when it was renewed or dropped meanwhile. */
  public boolean dropVersion(Transaction transaction, DeviceId device, UUID version) {
    return transaction.update(
            "delete from subscription where device_id = $1 and version = $2",
            device.value(),
            version)
        == 1;
  }
}
