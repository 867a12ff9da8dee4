package fr.liaison.notification.queue;

import fr.liaison.contracts.event.DevicePresence;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** Table {@code presence}: which devices have a live stream, as far as is known. */
@ApplicationScoped
class Presences {

  /** Takes the later of two statements about a device; false when this one came too late. */
  boolean note(Transaction transaction, DevicePresence presence) {
    return transaction.update(
            """
            insert into presence (device_id, connected, at) values ($1, $2, $3)
            on conflict (device_id) do update set connected = excluded.connected, at = excluded.at
            where presence.at <= excluded.at
            """,
            presence.deviceId(),
            presence.connected(),
            presence.at().atOffset(ZoneOffset.UTC))
        == 1;
  }
}
