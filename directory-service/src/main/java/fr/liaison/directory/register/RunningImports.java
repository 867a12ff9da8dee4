package fr.liaison.directory.register;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The imports that have begun and not ended. Taking a row away decides who ends an import: only one
 * transaction can, be it the import itself or whoever finds it interrupted.
 */
@ApplicationScoped
public class RunningImports {
  private static final String SELECT =
      """
      select import_id, started_at, origin, register_date, phase, row_count, byte_count,
        total_bytes, reading_ms
      from register_progress
      """;

  void begin(Transaction transaction, ImportRequest request, Instant now) {
    transaction.update(
        """
        insert into register_progress (import_id, started_at, origin, register_date, phase,
          total_bytes)
        values ($1, $2, $3, $4, 'reading', $5)
        """,
        request.id(),
        now.atOffset(ZoneOffset.UTC),
        request.origin(),
        request.registerDate(),
        request.size());
  }

  void advance(Transaction transaction, UUID id, ImportPhase phase, ImportProgress.Count count) {
    transaction.update(
        """
        update register_progress set phase = $2, row_count = $3, byte_count = $4, reading_ms = $5
        where import_id = $1
        """,
        id,
        phase.name(),
        count.rows(),
        count.bytes(),
        count.millis());
  }

  /** Takes an import off the list; false when another transaction has ended it. */
  boolean take(Transaction transaction, UUID id) {
    return transaction.update("delete from register_progress where import_id = $1", id) == 1;
  }

  Optional<ImportProgress> find(Transaction transaction, UUID id) {
    return transaction.first(RunningImports::progress, SELECT + "where import_id = $1", id);
  }

  List<ImportProgress> all(Transaction transaction) {
    return transaction.rows(RunningImports::progress, SELECT + "order by started_at desc");
  }

  private static ImportProgress progress(Row row) {
    return ImportProgress.counted(
        new ImportRequest(
            row.getUUID("import_id"),
            row.getString("origin"),
            row.getLocalDate("register_date"),
            row.getLong("total_bytes"),
            Extraction.Format.TEXT,
            false,
            Actor.NOBODY),
        row.getOffsetDateTime("started_at").toInstant(),
        ImportPhase.valueOf(row.getString("phase")),
        new ImportProgress.Count(
            row.getLong("row_count"), row.getLong("byte_count"), row.getLong("reading_ms")));
  }
}
