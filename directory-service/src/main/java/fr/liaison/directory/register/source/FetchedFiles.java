package fr.liaison.directory.register.source;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The names, with their stamps, of the files that were fetched, and what became of them. */
@ApplicationScoped
public class FetchedFiles {
  /** Whether the directory is of this file: nothing of its kind was accepted after it. */
  boolean isInForce(Transaction transaction, String fileName) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            """
            select exists (
              select from register_fetched_file f join register_import i on i.id = f.import_id
              where f.name = $1 and not exists (
                select from register_import later
                where later.kind = i.kind and later.outcome = 'accepted'
                  and (later.started_at, later.id) > (i.started_at, i.id)))
            """,
            fileName)
        .orElseThrow();
  }

  void add(Transaction transaction, String fileName, UUID importId) {
    transaction.update(
        "insert into register_fetched_file (name, import_id) values ($1, $2) on conflict (name) do update set import_id = excluded.import_id",
        fileName,
        importId);
  }
}
