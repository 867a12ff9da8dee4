package fr.liaison.audit.checkpoint;

import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The newest checkpoint the world may see. It only moves forward. */
@ApplicationScoped
public class PublishedCheckpoints {

  public Optional<SignedNote> newest(Transaction transaction) {
    return transaction.first(
        row -> SignedNote.parse(row.getString(0)), "select note from published_checkpoint");
  }

  void publish(Transaction transaction, SignedNote note) {
    transaction.update(
        """
        insert into published_checkpoint (size, note) values ($1, $2)
        on conflict (only_row) do update
          set size = excluded.size, note = excluded.note, published_at = excluded.published_at
          where published_checkpoint.size <= excluded.size
        """,
        Checkpoint.parse(note.text()).head().size(),
        note.toString());
  }
}
