package fr.liaison.notification.queue;

import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Table {@code debt}: the messages devices have to acknowledge. One sent down a stream has a grace
 * that runs; any other rests on the device's pending push, and goes when that is settled.
 */
@ApplicationScoped
class Debts {

  /** Notes what waits for devices that can be woken; the grace of connected ones starts. */
  void add(Transaction transaction, Waiting waiting) {
    transaction.update(
        """
        insert into debt as d (device_id, conversation_id, sequence, urgent, since)
        select w.device_id, w.conversation_id, w.sequence, w.urgent,
               case when p.connected then clock_timestamp() end
        from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::boolean[])
             as w (device_id, conversation_id, sequence, urgent)
        join subscription using (device_id)
        left join presence p using (device_id)
        order by w.device_id, w.conversation_id
        on conflict (device_id, conversation_id) do update
        set sequence = greatest(d.sequence, excluded.sequence),
            urgent = d.urgent or excluded.urgent,
            since = case when excluded.since is not null then coalesce(d.since, excluded.since) end
        """,
        waiting.devices(),
        waiting.conversations(),
        waiting.sequences(),
        waiting.urgent());
  }

  /**
   * Ends what the receipts reach. One that falls short shows that the stream lives, so the grace of
   * what is still owed there starts anew.
   */
  void acknowledge(Transaction transaction, List<ReceiptMoved> receipts) {
    if (receipts.isEmpty()) {
      return;
    }
    UUID[] devices = receipts.stream().map(ReceiptMoved::deviceId).toArray(UUID[]::new);
    UUID[] conversations = receipts.stream().map(ReceiptMoved::conversationId).toArray(UUID[]::new);
    Long[] reached = receipts.stream().map(ReceiptMoved::deliveredUpTo).toArray(Long[]::new);
    transaction.update(
        """
        delete from debt d
        using unnest($1::uuid[], $2::uuid[], $3::bigint[]) as r (device_id, conversation_id, reached)
        where d.device_id = r.device_id and d.conversation_id = r.conversation_id
          and d.sequence <= r.reached
        """,
        devices,
        conversations,
        reached);
    transaction.update(
        """
        update debt d set since = clock_timestamp()
        from unnest($1::uuid[], $2::uuid[]) as r (device_id, conversation_id)
        where d.device_id = r.device_id and d.conversation_id = r.conversation_id
          and d.since is not null
        """,
        devices,
        conversations);
  }

  /** A new stream brings all that waits: its grace starts with it. */
  void connected(Transaction transaction, UUID device) {
    transaction.update("update debt set since = clock_timestamp() where device_id = $1", device);
  }

  /** Moves devices that owe an acknowledgement for longer than this into the queue. */
  int overdue(Transaction transaction, Duration grace, Duration lifetime) {
    return transaction.update(
        SILENT + " since < clock_timestamp() - make_interval(secs => $2)" + QUEUED,
        (double) lifetime.toSeconds(),
        grace.toMillis() / 1000.0);
  }

  /** Moves one device that left with an acknowledgement owed into the queue. */
  int left(Transaction transaction, UUID device, Duration lifetime) {
    return transaction.update(
        SILENT + " since is not null and device_id = $2" + QUEUED,
        (double) lifetime.toSeconds(),
        device);
  }

  private static final String SILENT =
      "with silent as (select device_id, conversation_id from debt where";
  private static final String QUEUED =
      """
       order by device_id, conversation_id for update),
      resting as (
        update debt d set since = null from silent s
        where d.device_id = s.device_id and d.conversation_id = s.conversation_id
        returning d.device_id, d.urgent),
      waiting as (
        select device_id, bool_or(urgent) as urgent from resting
        group by device_id order by device_id)
      """
          + PendingPushes.INSERT
          + " from waiting"
          + PendingPushes.ON_CONFLICT;
}
