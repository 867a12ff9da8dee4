package fr.liaison.conversation.dormancy;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * {@code member.dormant_since}, and {@code conversation.dormant} beside it. Whoever writes holds
 * the conversation's row lock. Devices that are revoked or about to be removed are left alone.
 */
@Singleton
public class Dormancies {
  private static final String AWAY =
      """
      from member m left join device_seen s on s.device_id = m.device_id
      where m.left_sequence is null and m.dormant_since is null
        and greatest(s.seen_at, m.joined_at) < $1
        and not exists (select from known_device d where d.device_id = m.device_id and d.revoked)
        and not exists (select from removal r where r.conversation_id = m.conversation_id
                        and r.device_id = m.device_id)
      """;

  /** Conversations with devices that were last seen, or came in, before this. */
  List<ConversationId> concerned(Transaction transaction, OffsetDateTime before, int most) {
    return transaction.rows(
        row -> new ConversationId(row.getUUID("conversation_id")),
        "select distinct m.conversation_id " + AWAY + " limit $2",
        before,
        most);
  }

  /** Declares those of one conversation dormant; answers which. */
  Set<DeviceId> declare(
      Transaction transaction, ConversationId conversation, OffsetDateTime before) {
    return Set.copyOf(
        transaction.rows(
            row -> new DeviceId(row.getUUID("device_id")),
            """
            with away as (select m.device_id\s"""
                + AWAY
                + """
             and m.conversation_id = $2),
            declared as (
              update member m set dormant_since = date_trunc('milliseconds', clock_timestamp())
              from away a where m.conversation_id = $2 and m.device_id = a.device_id
              returning m.device_id),
            told as (
              update conversation
              set dormant = dormant || (select array_agg(device_id) from declared)
              where id = $2 and exists (select from declared))
            select device_id from declared
            """,
            before,
            conversation.value()));
  }

  /**
   * The device entered again: it is waited for again, and when it was dormant, or behind what is
   * kept, it reads from here on.
   *
   * @return whether it does
   */
  public boolean end(
      Transaction transaction, ConversationId conversation, DeviceId device, long sequence) {
    boolean ended =
        transaction.update(
                """
                update member m set dormant_since = null, joined_at = now(), first_sequence = $3
                from conversation c
                where c.id = m.conversation_id and c.id = $1 and m.device_id = $2
                  and (m.dormant_since is not null
                       or greatest(m.delivered_up_to + 1, m.first_sequence) < c.first_kept)
                """,
                conversation.value(),
                device.value(),
                sequence)
            > 0;
    forget(transaction, conversation, List.of(device));
    return ended;
  }

  /** These are no longer in the roster, or not as they were. */
  public void forget(
      Transaction transaction, ConversationId conversation, Collection<DeviceId> devices) {
    transaction.update(
        """
        update conversation
        set dormant = array(select d from unnest(dormant) as d where d <> all($2))
        where id = $1 and dormant && $2
        """,
        conversation.value(),
        devices.stream().map(DeviceId::value).toArray(UUID[]::new));
  }
}
