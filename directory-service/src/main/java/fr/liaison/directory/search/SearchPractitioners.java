package fr.liaison.directory.search;

import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Finds active practitioners. Where the words as typed find nobody, near spellings are tried, on
 * one page. The search is audited by its shape and size, never by its words.
 */
@ApplicationScoped
public class SearchPractitioners {
  private final AdmitReader admitReader;
  private final Practitioners practitioners;
  private final Database database;
  private final AuditTrail audit;

  SearchPractitioners(
      AdmitReader admitReader, Practitioners practitioners, Database database, AuditTrail audit) {
    this.admitReader = admitReader;
    this.practitioners = practitioners;
    this.database = database;
    this.audit = audit;
  }

  PractitionerPage search(Caller caller, SearchQuery query) {
    return database.inTransaction(
        transaction -> {
          admitReader.admit(transaction, caller);
          PractitionerPage page = page(transaction, query);
          audit.record(
              transaction,
              Act.of("directory.search")
                  .by(caller)
                  .with("byProfession", !query.profession().isEmpty())
                  .with("byTown", !query.town().isEmpty())
                  .with("found", page.items().size()));
          return page;
        });
  }

  private PractitionerPage page(Transaction transaction, SearchQuery query) {
    List<UUID> found = ids(transaction, SearchStatement.exact(query));
    boolean more = found.size() > query.limit();
    if (found.isEmpty() && query.after() == null && !query.anywhere().isEmpty()) {
      found = ids(transaction, SearchStatement.tolerant(query));
    }
    List<UUID> shown = found.subList(0, Math.min(found.size(), query.limit()));
    return new PractitionerPage(
        practitioners.inOrder(transaction, shown),
        more ? shown.getLast().toString() : null,
        practitioners.registerDate(transaction).orElse(null));
  }

  /** Up to one practitioner more than the page holds, in order. */
  private static List<UUID> ids(Transaction transaction, SearchStatement statement) {
    return transaction.rows(row -> row.getUUID(0), statement.sql(), statement.arguments());
  }
}
