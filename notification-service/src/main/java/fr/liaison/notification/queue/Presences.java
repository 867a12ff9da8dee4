package fr.liaison.notification.queue;

import fr.liaison.contracts.event.DevicePresence;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** What is known of live streams, and which connected devices owe an acknowledgement. */
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

  /** Starts the grace of those that are connected and can be woken. */
  void await(Transaction transaction, Waiting waiting) {
    transaction.update(
        """
        update presence
        set awaiting_since = coalesce(awaiting_since, clock_timestamp()),
            awaiting_urgent = awaiting_urgent or waiting.urgent
        from unnest($1::uuid[], $2::boolean[]) as waiting (device_id, urgent)
        where presence.device_id = waiting.device_id and presence.connected
          and (awaiting_since is null or waiting.urgent and not awaiting_urgent)
          and exists (select 1 from subscription s where s.device_id = waiting.device_id)
        """,
        waiting.devices(),
        waiting.urgent());
  }

  /** Ends the grace of devices that showed they are there. */
  void acknowledge(Transaction transaction, Collection<UUID> devices) {
    transaction.update(
        """
        update presence set awaiting_since = null, awaiting_urgent = false
        where device_id = any($1) and awaiting_since is not null
        """,
        (Object) devices.toArray(UUID[]::new));
  }

  /** Moves devices that owe an acknowledgement for longer than this into the queue. */
  int overdue(Transaction transaction, Duration grace, Duration lifetime) {
    return transaction.update(
        "with overdue as ("
            + SILENT
            + " awaiting_since < clock_timestamp() - make_interval(secs => $2)"
            + RETURNING,
        (double) lifetime.toSeconds(),
        grace.toMillis() / 1000.0);
  }

  /** Moves one device that left with an acknowledgement owed into the queue. */
  int left(Transaction transaction, UUID device, Duration lifetime) {
    return transaction.update(
        "with overdue as (" + SILENT + " awaiting_since is not null and device_id = $2" + RETURNING,
        (double) lifetime.toSeconds(),
        device);
  }

  private static final String SILENT =
      """
      update presence as p set awaiting_since = null, awaiting_urgent = false
      from (select device_id, awaiting_urgent as urgent from presence where\
      """;
  private static final String RETURNING =
      """
       for update) as was
      where p.device_id = was.device_id returning was.device_id, was.urgent)
      """
          + PendingPushes.INSERT
          + " from overdue as waiting join subscription using (device_id)"
          + PendingPushes.ON_CONFLICT;
}
