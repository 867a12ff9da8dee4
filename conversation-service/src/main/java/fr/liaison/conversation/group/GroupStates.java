package fr.liaison.conversation.group;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.kit.database.Transaction;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.group.PublicGroup;
import fr.liaison.mls.leaf.CredentialValidator;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Table {@code group_state}: the public group of the current epoch. Whoever reads it to change it
 * holds its conversation's row lock.
 */
@Singleton
class GroupStates {
  void store(Transaction transaction, ConversationId conversation, PublicGroup group) {
    transaction.update(
        """
        insert into group_state (conversation_id, epoch, payload) values ($1, $2, $3)
        on conflict (conversation_id) do update
          set epoch = excluded.epoch, payload = excluded.payload
        """,
        conversation.value(),
        group.epoch(),
        Buffer.buffer(group.serialized().toArray()));
  }

  /** The group of a conversation that exists. */
  PublicGroup load(
      Transaction transaction, ConversationId conversation, CredentialValidator validator) {
    return find(transaction, conversation, validator)
        .orElseThrow(() -> new IllegalStateException("a conversation without its group"));
  }

  /** Empty for a conversation that is older than the following of groups. */
  Optional<PublicGroup> find(
      Transaction transaction, ConversationId conversation, CredentialValidator validator) {
    return transaction
        .first(
            row -> Bytes.wrap(row.getBuffer("payload").getBytes()),
            "select payload from group_state where conversation_id = $1",
            conversation.value())
        .map(payload -> restored(payload, validator));
  }

  private static PublicGroup restored(Bytes payload, CredentialValidator validator) {
    try {
      return PublicGroup.restore(payload, validator);
    } catch (Malformed damaged) {
      throw new IllegalStateException("the stored group cannot be read", damaged);
    }
  }
}
