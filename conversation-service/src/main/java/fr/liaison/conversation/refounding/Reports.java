package fr.liaison.conversation.refounding;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.Set;

/** Table {@code commit_report}. Whoever writes holds the conversation's row lock. */
@Singleton
class Reports {
  /** False when the person reported this commit before. */
  boolean note(
      Transaction transaction, ConversationId conversation, long sequence, PractitionerId person) {
    return transaction.update(
            """
            insert into commit_report (conversation_id, sequence, practitioner_id)
            values ($1, $2, $3) on conflict do nothing
            """,
            conversation.value(),
            sequence,
            person.value())
        == 1;
  }

  Set<PractitionerId> reporters(
      Transaction transaction, ConversationId conversation, long sequence) {
    return Set.copyOf(
        transaction.rows(
            row -> new PractitionerId(row.getUUID("practitioner_id")),
            """
            select practitioner_id from commit_report
            where conversation_id = $1 and sequence = $2
            """,
            conversation.value(),
            sequence));
  }
}
