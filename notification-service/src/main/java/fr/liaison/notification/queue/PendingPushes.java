package fr.liaison.notification.queue;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

  /** Queues a push for each device one of these messages waits for that no stream brings it. */
  int add(Transaction transaction, Waiting messages, Duration lifetime) {
    return transaction.update(
        """
        with waiting as (
          select device_id, bool_or(debt.urgent) as urgent
          from unnest($2::uuid[], $3::uuid[]) as w (device_id, conversation_id)
          join debt using (device_id, conversation_id)
          where debt.since is null
          group by device_id order by device_id)
        """
            + INSERT
            + " from waiting"
            + ON_CONFLICT,
        (double) lifetime.toSeconds(),
        messages.devices(),
        messages.conversations());
  }

  /**
   * What the push stood for is sent down a stream; should that fail, it is owed and queued again.
   */
  void cancel(Transaction transaction, UUID device) {
    transaction.update("delete from push where device_id = $1", device);
  }
}
