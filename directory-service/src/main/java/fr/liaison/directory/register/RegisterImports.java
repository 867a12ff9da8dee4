package fr.liaison.directory.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RowDefect;
import fr.liaison.directory.succession.SuccessionCounts;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reports of past imports. */
@ApplicationScoped
public class RegisterImports {
  void add(Transaction transaction, ImportReport report, byte @Nullable [] sha256) {
    transaction.update(
        """
        insert into register_import (id, started_at, finished_at, origin, outcome, reason,
          reason_line, detail, file_sha256, register_date, row_count, people, arrivals, changes,
          departures, returns, defects, first_defects, ignored_files,
          departures_accepted, professions, kind, mailboxes, files, successions, kept_newer)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
          $19, $20, $21, $22, $23, $24, $25, $26)
        """,
        report.id(),
        offset(report.startedAt()),
        offset(report.finishedAt()),
        report.origin(),
        report.outcome(),
        report.reason(),
        report.reasonLine(),
        report.detail(),
        sha256 == null ? null : Buffer.buffer(sha256),
        report.registerDate(),
        report.rows(),
        report.people(),
        report.arrivals(),
        report.changes(),
        report.departures(),
        report.returns(),
        json(report.defects()),
        json(report.firstDefects()),
        report.ignoredFiles(),
        report.departuresAccepted(),
        report.professions() == null ? null : json(report.professions()),
        (report.kind() == null ? ImportKind.register : report.kind()).name(),
        report.mailboxes() == null ? null : json(report.mailboxes()),
        report.files() == null ? null : json(report.files()),
        report.successions() == null ? null : json(report.successions()),
        report.keptNewer());
  }

  List<ImportReport> newest(Transaction transaction, int limit) {
    return transaction.rows(
        RegisterImports::report,
        "select * from register_import order by started_at desc, id desc limit $1",
        limit);
  }

  Optional<ImportReport> find(Transaction transaction, UUID id) {
    return transaction.first(
        RegisterImports::report, "select * from register_import where id = $1", id);
  }

  /**
   * The date of the file now in force, alone or of an archive; empty before the first accepted one.
   */
  public Optional<LocalDate> dateInForce(Transaction transaction, ImportKind kind) {
    return transaction.first(
        row -> row.getLocalDate(0),
        """
        select register_date from register_import
        where outcome = 'accepted'
          and (kind = $1
            or files::jsonb @> jsonb_build_array(jsonb_build_object('kind', $1::text)))
        order by started_at desc, id desc limit 1
        """,
        kind.name());
  }

  /** Notes with the register in force who came and went by a top-up since; under its lock. */
  public void topUp(Transaction transaction, ToppedUp more) {
    if (more.cameToNothing()) {
      return;
    }
    transaction.update(
        """
        update register_import set topped_up_arrivals = topped_up_arrivals + $1,
          topped_up_departures = topped_up_departures + $2,
          topped_up_returns = topped_up_returns + $3
        where id = (
          select id from register_import
          where outcome = 'accepted'
            and (kind = 'register'
              or files::jsonb @> jsonb_build_array(jsonb_build_object('kind', 'register')))
          order by started_at desc, id desc limit 1)
        """,
        more.arrivals(),
        more.departures(),
        more.returns());
  }

  /** Whether something newer is in force, so that nobody but an administrator goes back to it. */
  public boolean isOutdated(Transaction transaction, ImportKind kind, LocalDate date) {
    return dateInForce(transaction, kind).filter(date::isBefore).isPresent();
  }

  /** Whether this is the last accepted file of its kind. */
  boolean isInForce(Transaction transaction, byte[] sha256) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            """
            select coalesce(bool_or(file_sha256 = $1), false) from (
              select distinct on (kind) file_sha256 from register_import
              where outcome = 'accepted' order by kind, started_at desc, id desc) latest
            """,
            Buffer.buffer(sha256))
        .orElse(false);
  }

  private static ImportReport report(Row row) {
    return new ImportReport(
        row.getUUID("id"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("finished_at").toInstant(),
        row.getString("origin"),
        row.getString("outcome"),
        row.getString("reason"),
        row.getLong("reason_line"),
        row.getString("detail"),
        row.getLocalDate("register_date"),
        row.getLong("row_count"),
        row.getLong("people"),
        row.getLong("arrivals"),
        row.getLong("changes"),
        row.getLong("departures"),
        row.getLong("returns"),
        read(row.getString("defects"), new TypeReference<Map<String, Long>>() {}),
        read(row.getString("first_defects"), new TypeReference<List<RowDefect>>() {}),
        row.getInteger("ignored_files"),
        row.getBoolean("departures_accepted"),
        professions(row.getString("professions")),
        kind(row.getString("kind")),
        mailboxes(row.getString("mailboxes")),
        files(row.getString("files")),
        successions(row.getString("successions")),
        row.getLong("kept_newer"),
        toppedUp(row));
  }

  private static @Nullable ToppedUp toppedUp(Row row) {
    ToppedUp since =
        new ToppedUp(
            row.getLong("topped_up_arrivals"),
            row.getLong("topped_up_departures"),
            row.getLong("topped_up_returns"));
    return since.cameToNothing() ? null : since;
  }

  private static @Nullable ImportKind kind(String stored) {
    ImportKind kind = ImportKind.valueOf(stored);
    return kind == ImportKind.register ? null : kind;
  }

  private static @Nullable MailboxCounts mailboxes(@Nullable String json) {
    return json == null ? null : read(json, new TypeReference<MailboxCounts>() {});
  }

  private static @Nullable SuccessionCounts successions(@Nullable String json) {
    return json == null ? null : read(json, new TypeReference<SuccessionCounts>() {});
  }

  private static @Nullable List<FileCounts> files(@Nullable String json) {
    return json == null ? null : read(json, new TypeReference<List<FileCounts>>() {});
  }

  private static @Nullable List<ProfessionCount> professions(@Nullable String json) {
    return json == null ? null : read(json, new TypeReference<List<ProfessionCount>>() {});
  }

  private static OffsetDateTime offset(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String json(Object value) {
    try {
      return ContractJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report must be writable as JSON", e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return ContractJson.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored report must be readable", e);
    }
  }
}
