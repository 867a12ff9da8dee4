package fr.liaison.notification.delivery;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.notification.DeviceId;
import fr.liaison.notification.subscription.PushEndpoint;
import fr.liaison.notification.subscription.SubscriptionKeys;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** A pending push this process holds for a while, with the subscription as it stood then. */
record ClaimedPush(
    DeviceId device,
    UUID claim,
    boolean urgent,
    long generation,
    int attempts,
    Instant expiresAt,
    PushEndpoint endpoint,
    SubscriptionKeys keys,
    UUID version) {

  static ClaimedPush of(Row row) {
    return new ClaimedPush(
        new DeviceId(row.getUUID("device_id")),
        row.getUUID("claim"),
        row.getBoolean("urgent"),
        row.getLong("generation"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("expires_at").toInstant(),
        new PushEndpoint(URI.create(row.getString("endpoint"))),
        new SubscriptionKeys(
            Bytes.of(row.getBuffer("p256dh").getBytes()),
            Bytes.of(row.getBuffer("auth").getBytes())),
        row.getUUID("version"));
  }
}
