package fr.liaison.conversation.commit;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;

/** Table {@code commit_bundle}: by which bundle each commit came, as a hash. */
@Singleton
class CommitBundles {
  void store(Transaction transaction, ConversationId conversation, long sequence, Bundle bundle) {
    transaction.update(
        "insert into commit_bundle (conversation_id, sequence, sha256) values ($1, $2, $3)",
        conversation.value(),
        sequence,
        Buffer.buffer(bundle.sha256().toArray()));
  }

  /**
   * Whether the commit at this place came by another bundle; of commits older than the table
   * nothing but the commit itself is known.
   */
  boolean differs(
      Transaction transaction, ConversationId conversation, long sequence, Bundle bundle) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            "select sha256 <> $3 from commit_bundle where conversation_id = $1 and sequence = $2",
            conversation.value(),
            sequence,
            Buffer.buffer(bundle.sha256().toArray()))
        .orElse(false);
  }
}
