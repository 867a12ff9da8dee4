package fr.liaison.conversation.log;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code conversation.first_kept} and the end of entries. Whoever cuts holds the row lock. */
@Singleton
class LogCuts {
  private static final UUID LEAST = new UUID(0, 0);

  /** A stretch of a log, both ends included. */
  record Stretch(long from, long to) {}

  /** Conversations after this one, in order, whose oldest entry is older than the date. */
  List<ConversationId> aged(
      Transaction transaction, Optional<ConversationId> after, OffsetDateTime before, int most) {
    return transaction.rows(
        row -> new ConversationId(row.getUUID("id")),
        """
        select c.id from conversation c
        join entry e on e.conversation_id = c.id and e.sequence = c.first_kept
        where c.id > $1 and e.accepted_at < $2 order by c.id limit $3
        """,
        after.map(ConversationId::value).orElse(LEAST),
        before,
        most);
  }

  /**
   * What may go: older than the date, acknowledged by every device that is waited for, and before
   * the newest commit, so that whatever comes again belongs to an epoch that is over. While a
   * conversation waits to be founded again the commit it broke at stays too.
   */
  Optional<Stretch> next(
      Transaction transaction, ConversationId conversation, OffsetDateTime before, int most) {
    return transaction
        .first(
            row -> new Stretch(row.getLong("first_kept"), row.getLong("up_to")),
            """
            with bound as (
              select c.first_kept, least(
                c.first_kept + $3::bigint - 1,
                coalesce(
                  (select max(sequence) from commit_bundle where conversation_id = c.id),
                  (select max(sequence) from entry where conversation_id = c.id and kind = 'commit'),
                  1) - 1,
                (select min(greatest(m.delivered_up_to, m.first_sequence - 1)) from member m
                 where m.conversation_id = c.id and m.left_sequence is null
                   and m.dormant_since is null
                   and not exists (select from known_device d
                                   where d.device_id = m.device_id and d.revoked)),
                case when c.state = 'refounding' then c.broken_at - 1 end) as last
              from conversation c where c.id = $1)
            select b.first_kept, coalesce(
              (select min(e.sequence) - 1 from entry e
               where e.conversation_id = $1 and e.sequence between b.first_kept and b.last
                 and e.accepted_at >= $2), b.last) as up_to
            from bound b
            """,
            conversation.value(),
            before,
            most)
        .filter(stretch -> stretch.from() <= stretch.to());
  }

  /** Deletes the stretch and all that is kept about its commits. */
  void cut(Transaction transaction, ConversationId conversation, Stretch stretch) {
    for (String table : List.of("entry", "commit_bundle", "commit_report")) {
      transaction.update(
          "delete from " + table + " where conversation_id = $1 and sequence between $2 and $3",
          conversation.value(),
          stretch.from(),
          stretch.to());
    }
    transaction.update(
        "update conversation set first_kept = $2 where id = $1",
        conversation.value(),
        stretch.to() + 1);
  }
}
