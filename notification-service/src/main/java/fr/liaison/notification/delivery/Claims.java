package fr.liaison.notification.delivery;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** How pushes are taken from the queue and put back; every change names the claim it belongs to. */
@ApplicationScoped
class Claims {

  List<ClaimedPush> take(Transaction transaction, boolean urgent, int most, Duration hold) {
    return transaction.rows(
        ClaimedPush::of,
        """
        with next as (
          select device_id from push
          where urgent = $1 and due_at <= clock_timestamp()
            and coalesce(claimed_until < clock_timestamp(), true)
          order by due_at limit $2 for update skip locked)
        update push
        set claim = $3, claimed_until = clock_timestamp() + make_interval(secs => $4)
        from next join subscription s using (device_id)
        where push.device_id = next.device_id
        returning push.device_id, push.claim, push.urgent, push.generation, push.attempts,
                  push.expires_at, s.endpoint, s.p256dh, s.auth, s.version
        """,
        urgent,
        most,
        UUID.randomUUID(),
        (double) hold.toSeconds());
  }

  /**
   * Removes the push, and what rested on it, unless messages came meanwhile; then it is due again,
   * as a first attempt. Locks in the order of the queue, debts first.
   */
  void finish(Transaction transaction, ClaimedPush push) {
    transaction.update(
        "select 1 from debt where device_id = $1 order by conversation_id for update",
        push.device().value());
    int removed =
        transaction.update(
            "delete from push where device_id = $1 and claim = $2 and generation = $3",
            push.device().value(),
            push.claim(),
            push.generation());
    if (removed == 0) {
      putBack(transaction, push, 0, Duration.ZERO);
    } else {
      transaction.update(
          "delete from debt where device_id = $1 and since is null", push.device().value());
    }
  }

  /** Due again after the pause; at once when an urgent message came to a routine push meanwhile. */
  void putBack(Transaction transaction, ClaimedPush push, int attempts, Duration pause) {
    transaction.update(
        """
        update push
        set claim = null, claimed_until = null, attempts = $3,
            due_at = case when urgent and not $5 then due_at
                          else clock_timestamp() + make_interval(secs => $4) end
        where device_id = $1 and claim = $2
        """,
        push.device().value(),
        push.claim(),
        attempts,
        pause.toMillis() / 1000.0,
        push.urgent());
  }
}
