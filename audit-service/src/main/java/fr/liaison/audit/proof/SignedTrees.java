package fr.liaison.audit.proof;

import fr.liaison.audit.checkpoint.PublishedCheckpoints;
import fr.liaison.audit.log.LogTables;
import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.tile.TiledNodes;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The newest signed tree; none before the first checkpoint. */
@ApplicationScoped
public class SignedTrees {

  private final LogTables tables;
  private final PublishedCheckpoints published;

  SignedTrees(LogTables tables, PublishedCheckpoints published) {
    this.tables = tables;
    this.published = published;
  }

  public Optional<SignedTree> newest(Transaction transaction) {
    TiledNodes nodes = new TiledNodes((level, index) -> tables.tile(transaction, level, index));
    return published
        .newest(transaction)
        .map(note -> new SignedTree(note, Checkpoint.parse(note.text()).head().size(), nodes));
  }
}
