package fr.liaison.conversation.removal;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Table {@code removal}. Whoever writes holds the conversation's row lock. */
@Singleton
public class Removals {
  /** The devices of a conversation that wait to be removed. */
  public Set<DeviceId> pending(Transaction transaction, ConversationId conversation) {
    return Set.copyOf(
        transaction.rows(
            row -> new DeviceId(row.getUUID("device_id")),
            "select device_id from removal where conversation_id = $1",
            conversation.value()));
  }

  /** These are out; answers those whose person may come back with another device. */
  public Set<DeviceId> settle(
      Transaction transaction, ConversationId conversation, Collection<DeviceId> removed) {
    return Set.copyOf(
        transaction
            .rows(
                row ->
                    row.getBoolean("may_return")
                        ? Optional.of(new DeviceId(row.getUUID("device_id")))
                        : Optional.<DeviceId>empty(),
                """
                delete from removal where conversation_id = $1 and device_id = any($2)
                returning device_id, may_return
                """,
                conversation.value(),
                removed.stream().map(DeviceId::value).toArray(UUID[]::new))
            .stream()
            .flatMap(Optional::stream)
            .toList());
  }

  /**
   * Whoever left the register keeps no place when these are done. Locks the conversations that they
   * are in, so that a commit which settles one is done, and seen by what follows, or waits.
   */
  void forgetPlaces(Transaction transaction, Collection<PractitionerId> departed) {
    UUID[] persons = departed.stream().map(PractitionerId::value).toArray(UUID[]::new);
    transaction.update(
        """
        with locked as (
          select id from conversation
          where id in (select conversation_id from member
                       where practitioner_id = any($1) and (left_sequence is null or may_return))
          order by id for no key update)
        select count(*) from locked
        """,
        (Object) persons);
    transaction.update(
        """
        update removal r set may_return = false from member m
        where m.practitioner_id = any($1) and m.left_sequence is null and r.may_return
          and r.conversation_id = m.conversation_id and r.device_id = m.device_id
        """,
        (Object) persons);
  }

  /** The conversation goes on elsewhere, without those who were to be removed. */
  public void drop(Transaction transaction, ConversationId conversation) {
    transaction.update("delete from removal where conversation_id = $1", conversation.value());
  }

  /**
   * Marks removals that wait for longer than this as told, each once; answers where they are. Not
   * where nothing is sent any more and no commit is taken.
   */
  List<ConversationId> overdue(Transaction transaction, Duration deadline) {
    return transaction
        .rows(
            row -> new ConversationId(row.getUUID("conversation_id")),
            """
            update removal set alerted_at = clock_timestamp()
            where alerted_at is null and requested_at < $1
              and conversation_id in (select id from conversation where state = 'open')
            returning conversation_id
            """,
            OffsetDateTime.now(ZoneOffset.UTC).minus(deadline))
        .stream()
        .distinct()
        .toList();
  }

  long waitingLongerThan(Transaction transaction, Duration deadline) {
    return transaction
        .first(
            row -> row.getLong(0),
            """
            select count(*) from removal r join conversation c on c.id = r.conversation_id
            where r.requested_at < $1 and c.state = 'open'
            """,
            OffsetDateTime.now(ZoneOffset.UTC).minus(deadline))
        .orElse(0L);
  }
}
