package fr.liaison.audit.entry;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The legal purge: deletes what acts before a time said, and their salts. The log, its checkpoints
 * and every proof stay as they are. A purge of anything is itself an act.
 */
@ApplicationScoped
public class PurgeActs {

  private final Database database;
  private final Entries entries;
  private final AuditTrail audit;

  PurgeActs(Database database, Entries entries, AuditTrail audit) {
    this.database = database;
    this.entries = entries;
    this.audit = audit;
  }

  /** Answers how many acts were purged. */
  public int purge(Instant before) {
    return database.inTransaction(
        transaction -> {
          int purged = entries.purge(transaction, before);
          if (purged > 0) {
            Act purge = Act.of("audit.purge").with("before", before).with("count", purged);
            audit.record(transaction, purge);
          }
          return purged;
        });
  }
}
