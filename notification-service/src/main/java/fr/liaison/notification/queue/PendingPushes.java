package fr.liaison.notification.queue;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** The queue: at most one pending push a device; more messages make it urgent or renew it. */
@ApplicationScoped
class PendingPushes {
  static final String INSERT =
      """
      insert into push (device_id, urgent, due_at, expires_at)
      select device_id, waiting.urgent, clock_timestamp(),
             clock_timestamp() + make_interval(secs => $1)
      """;
  static final String ON_CONFLICT =
      """
       on conflict (device_id) do update
      set generation = push.generation + 1, expires_at = excluded.expires_at,
          urgent = push.urgent or excluded.urgent,
          due_at = case when excluded.urgent and not push.urgent then excluded.due_at
                        else push.due_at end
      """;

  /** Queues a push for each of the devices that has a subscription and is not connected. */
  int add(Transaction transaction, Waiting waiting, Duration lifetime) {
    return transaction.update(
        INSERT
            + """
              from unnest($2::uuid[], $3::boolean[]) as waiting (device_id, urgent)
              join subscription using (device_id)
              left join presence using (device_id)
              where not coalesce(presence.connected, false)
              """
            + ON_CONFLICT,
        (double) lifetime.toSeconds(),
        waiting.devices(),
        waiting.urgent());
  }

  /** A device that is there needs no push. */
  void cancel(Transaction transaction, Collection<UUID> devices) {
    transaction.update(
        "delete from push where device_id = any($1)", (Object) devices.toArray(UUID[]::new));
  }
}
