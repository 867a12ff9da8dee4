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

  private static final int PORTION = 5_000;

  private final Database database;
  private final Entries entries;
  private final AuditTrail audit;

  PurgeActs(Database database, Entries entries, AuditTrail audit) {
    this.database = database;
    this.entries = entries;
    this.audit = audit;
  }

  /**
   * Answers how many acts were purged. Portion by portion, each with its own act and transaction,
   * so that a large arrear is worked off as well.
   */
  public int purge(Instant before) {
    int all = 0;
    for (int portion = PORTION; portion == PORTION; all += portion) {
      portion = purgePortion(before);
    }
    return all;
  }

  private int purgePortion(Instant before) {
    return database.inTransaction(
        transaction -> {
          int purged = entries.purge(transaction, before, PORTION);
          if (purged > 0) {
            Act purge = Act.of("audit.purge").with("before", before).with("count", purged);
            audit.record(transaction, purge);
          }
          return purged;
        });
  }
}
