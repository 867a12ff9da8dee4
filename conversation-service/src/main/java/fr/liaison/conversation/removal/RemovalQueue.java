package fr.liaison.conversation.removal;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Rows of {@code removal} as work: asked for, taken by one instance at a time, proposed. A row
 * leaves the queue only by being proposed, with the commit that settles it, or when its
 * conversation goes on in another; it waits while its conversation is founded again.
 */
@Singleton
class RemovalQueue {
  private final RemovalConfig config;

  RemovalQueue(RemovalConfig config) {
    this.config = config;
  }

  /** When a device was revoked, and whether its person may enter again with another. */
  record Revocation(boolean mayReturn, Instant at) {
    /** Of two the stricter, and the earlier. */
    Revocation and(Revocation other) {
      return new Revocation(mayReturn && other.mayReturn, at.isBefore(other.at) ? at : other.at);
    }
  }

  /**
   * Asks these devices out of all conversations they are in, save those that go on in another; they
   * take no message before the next commit. Costs two statements however many conversations there
   * are: with their rows locked first, the second one sees rosters that no commit is about to
   * change. The caller holds the devices.
   *
   * @param revoked how each of them was revoked; a person who left the register since keeps no
   *     place, whatever was lost before
   */
  void ask(Transaction transaction, Map<DeviceId, Revocation> revoked) {
    List<DeviceId> devices = List.copyOf(revoked.keySet());
    UUID[] ids = uuids(devices);
    transaction.update(
        """
        with locked as (
          select id from conversation
          where id in (select conversation_id from member
                       where device_id = any($1) and left_sequence is null)
            and state <> 'succeeded'
          order by id for no key update)
        select count(*) from locked
        """,
        (Object) ids);
    transaction.update(
        """
        with asked as (
          insert into removal (conversation_id, device_id, may_return)
          select m.conversation_id, m.device_id, d.may_return and not exists (
            select from departure p where p.practitioner_id = m.practitioner_id
              and (p.returned_at is null or p.departed_at >= d.revoked_at))
          from unnest($1::uuid[], $2::boolean[], $3::timestamptz[]) as d(device_id, may_return, revoked_at)
          join member m on m.device_id = d.device_id and m.left_sequence is null
          join conversation c on c.id = m.conversation_id and c.state <> 'succeeded'
          on conflict do nothing
          returning conversation_id)
        update conversation set commit_first = true
        where id in (select conversation_id from asked) and not commit_first
        """,
        ids,
        devices.stream().map(revoked::get).map(Revocation::mayReturn).toArray(Boolean[]::new),
        devices.stream()
            .map(revoked::get)
            .map(revocation -> revocation.at().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
  }

  /**
   * Takes removals that are due and answers where they are. Each is due again after a pause that
   * grows with its attempts, whether the taker fails, dies, or is merely slow.
   */
  Set<ConversationId> take(Transaction transaction) {
    return Set.copyOf(
        transaction.rows(
            row -> new ConversationId(row.getUUID("conversation_id")),
            """
            with next as (
              select w.conversation_id, w.device_id
              from removal w join conversation c on c.id = w.conversation_id
              where w.proposed_at is null and w.due_at <= clock_timestamp() and c.state = 'open'
              order by w.due_at limit $1 for update of w skip locked)
            update removal r
            set attempts = r.attempts + 1,
                due_at = clock_timestamp()
                  + make_interval(secs => least($2 * power(2, least(r.attempts, 20)), $3))
            from next n
            where r.conversation_id = n.conversation_id and r.device_id = n.device_id
            returning r.conversation_id
            """,
            config.batch(),
            config.firstPause().toMillis() / 1000.0,
            config.longestPause().toMillis() / 1000.0));
  }

  /** The devices still to be proposed here; the caller holds the conversation. */
  Set<DeviceId> unproposed(Transaction transaction, ConversationId conversation) {
    return Set.copyOf(
        transaction.rows(
            row -> new DeviceId(row.getUUID("device_id")),
            "select device_id from removal where conversation_id = $1 and proposed_at is null",
            conversation.value()));
  }

  void proposed(
      Transaction transaction, ConversationId conversation, Collection<DeviceId> devices) {
    transaction.update(
        """
        update removal set proposed_at = clock_timestamp()
        where conversation_id = $1 and device_id = any($2)
        """,
        conversation.value(),
        uuids(devices));
  }

  /** True when it is time to tell that removals here cannot be proposed; once for each. */
  boolean becameStuck(Transaction transaction, ConversationId conversation) {
    return transaction.update(
            """
            update removal set stuck_at = clock_timestamp()
            where conversation_id = $1 and proposed_at is null and stuck_at is null
              and attempts >= $2
            """,
            conversation.value(),
            config.attemptsBeforeAlert())
        > 0;
  }

  /** How many removals keep failing to be proposed. */
  long stuck(Transaction transaction) {
    return transaction
        .first(
            row -> row.getLong(0),
            "select count(*) from removal where proposed_at is null and stuck_at is not null")
        .orElse(0L);
  }

  private static UUID[] uuids(Collection<DeviceId> devices) {
    return devices.stream().map(DeviceId::value).toArray(UUID[]::new);
  }
}
