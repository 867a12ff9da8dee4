package fr.liaison.conversation.refounding;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The state in {@code conversation}, and what it goes on in. Whoever writes holds the row lock of
 * each conversation concerned.
 */
@Singleton
class Refoundings {
  /** From now on nothing new is taken until it is founded again. */
  void close(Transaction transaction, ConversationId conversation, Optional<Long> brokenAt) {
    transaction.update(
        "update conversation set state = 'refounding', broken_at = $2 where id = $1",
        conversation.value(),
        brokenAt.orElse(null));
  }

  /** Whether it succeeds another and was opened less than this ago. */
  boolean isYoungSuccessor(Transaction transaction, ConversationId conversation, Duration rest) {
    return transaction
        .first(
            row -> true,
            """
            select 1 from conversation
            where id = $1 and succeeds is not null and created_at > $2
            """,
            conversation.value(),
            OffsetDateTime.now(ZoneOffset.UTC).minus(rest))
        .isPresent();
  }

  /** Whose commit it is to be founded again for; empty when none was named. */
  Optional<PractitionerId> brokenBy(Transaction transaction, ConversationId conversation) {
    return transaction.first(
        row -> new PractitionerId(row.getUUID("practitioner_id")),
        """
        select m.practitioner_id from conversation c
        join entry e on e.conversation_id = c.id and e.sequence = c.broken_at
        join member m on m.conversation_id = c.id and m.device_id = e.sender_device_id
        where c.id = $1
        """,
        conversation.value());
  }

  void link(Transaction transaction, ConversationId old, ConversationId successor) {
    transaction.update(
        "update conversation set succeeds = $1 where id = $2", old.value(), successor.value());
    transaction.update(
        "update conversation set state = 'succeeded', succeeded_by = $2 where id = $1",
        old.value(),
        successor.value());
  }
}
