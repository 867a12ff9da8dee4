package fr.liaison.audit.entry;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a compliance query. The query is an act of its own, written in the same transaction: if
 * it cannot be recorded there is no answer.
 */
@ApplicationScoped
public class ListEntries {

  private final Database database;
  private final Entries entries;
  private final AuditTrail audit;

  ListEntries(Database database, Entries entries, AuditTrail audit) {
    this.database = database;
    this.entries = entries;
    this.audit = audit;
  }

  EntryPage list(Caller caller, EntryFilter filter, @Nullable EntryCursor after, int limit) {
    return database.inTransaction(
        transaction -> {
          // One more than asked for tells whether there is a page after this one.
          List<Entries.Found> found = entries.page(transaction, filter, after, limit + 1);
          List<Entries.Found> shown = found.subList(0, Math.min(limit, found.size()));
          audit.record(transaction, act(caller, filter).with("count", shown.size()));
          boolean more = found.size() > limit;
          return new EntryPage(
              shown.stream().map(Entries.Found::view).toList(),
              more ? shown.getLast().place().toString() : null);
        });
  }

  /** Says what was looked for, so that an unjustified search can be found afterwards. */
  private static Act act(Caller caller, EntryFilter filter) {
    Act act = Act.of("audit.search").by(caller);
    act = filter.actor() == null ? act : act.on("actor", filter.actor());
    act = filter.from() == null ? act : act.with("from", filter.from());
    act = filter.to() == null ? act : act.with("to", filter.to());
    act = filter.action() == null ? act : act.with("action", filter.action());
    return filter.outcome() == null ? act : act.with("outcome", filter.outcome());
  }
}
