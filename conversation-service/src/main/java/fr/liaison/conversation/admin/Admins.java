package fr.liaison.conversation.admin;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Table {@code conversation_admin}: who may bring other people in and put them out. Whoever writes
 * holds the conversation's row lock.
 */
@Singleton
public class Admins {
  public Set<PractitionerId> of(Transaction transaction, ConversationId conversation) {
    return Set.copyOf(
        persons(
            transaction,
            "select practitioner_id from conversation_admin where conversation_id = $1",
            conversation.value()));
  }

  public void appoint(Transaction transaction, ConversationId conversation, PractitionerId person) {
    transaction.update(
        """
        insert into conversation_admin (conversation_id, practitioner_id) values ($1, $2)
        on conflict do nothing
        """,
        conversation.value(),
        person.value());
  }

  /**
   * Those of the old conversation who come along or keep a place administer its successor, and
   * nobody else does; its founder, if none of them does.
   */
  void carryOver(Transaction transaction, ConversationId old, ConversationId successor) {
    transaction.update(
        """
        with heir as (
          insert into conversation_admin (conversation_id, practitioner_id)
          select $2, a.practitioner_id from conversation_admin a
          where a.conversation_id = $1 and exists (
            select from member m where m.conversation_id = $2
              and m.practitioner_id = a.practitioner_id and (m.left_sequence is null or m.may_return))
          on conflict (conversation_id, practitioner_id) do update set since = clock_timestamp()
          returning practitioner_id)
        delete from conversation_admin
        where conversation_id = $2 and practitioner_id not in (select practitioner_id from heir)
          and exists (select from heir)
        """,
        old.value(),
        successor.value());
  }

  void withdraw(Transaction transaction, ConversationId conversation, PractitionerId person) {
    transaction.update(
        "delete from conversation_admin where conversation_id = $1 and practitioner_id = $2",
        conversation.value(),
        person.value());
  }

  /**
   * Those who have no device in it any more lose it, save those for whom a successor keeps a place
   * from its opening on; answers who did.
   */
  List<PractitionerId> withdrawGone(Transaction transaction, ConversationId conversation) {
    return persons(
        transaction,
        """
        delete from conversation_admin a
        where a.conversation_id = $1 and not exists (
          select from member m where m.conversation_id = $1
            and m.practitioner_id = a.practitioner_id
            and (m.left_sequence is null or m.left_sequence = 0 and m.may_return))
        returning practitioner_id
        """,
        conversation.value());
  }

  /** Where nobody is left, whoever is in longest takes over; answers who did. */
  List<PractitionerId> succeed(Transaction transaction, ConversationId conversation) {
    return persons(
        transaction,
        """
        insert into conversation_admin (conversation_id, practitioner_id)
        select $1, practitioner_id from member
        where conversation_id = $1 and left_sequence is null
          and not exists (select from conversation_admin where conversation_id = $1)
        order by first_sequence, device_id limit 1
        returning practitioner_id
        """,
        conversation.value());
  }

  private static List<PractitionerId> persons(
      Transaction transaction, String sql, Object... arguments) {
    return transaction.rows(
        row -> new PractitionerId(row.getUUID("practitioner_id")), sql, arguments);
  }
}
