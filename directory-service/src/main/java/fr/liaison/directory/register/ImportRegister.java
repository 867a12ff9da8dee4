package fr.liaison.directory.register;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a register file into the shadow tables and merges it in one transaction, with the report
 * and the audit entry. A file that cannot be trusted changes nothing but leaves a report that says
 * why. One import runs at a time; a second one is a conflict.
 */
@ApplicationScoped
public class ImportRegister {
  private static final Log LOG = Log.of(ImportRegister.class);

  private final RegisterShadow shadow;
  private final MergeShadow mergeShadow;
  private final RegisterImports imports;
  private final Database database;
  private final AuditTrail audit;
  private final MeterRegistry meters;
  private final RegisterConfig config;
  private final Clock clock = Clock.systemUTC();

  ImportRegister(
      RegisterShadow shadow,
      MergeShadow mergeShadow,
      RegisterImports imports,
      Database database,
      AuditTrail audit,
      MeterRegistry meters,
      RegisterConfig config) {
    this.shadow = shadow;
    this.mergeShadow = mergeShadow;
    this.imports = imports;
    this.database = database;
    this.audit = audit;
    this.meters = meters;
    this.config = config;
  }

  /** Where a file comes from, which day it stands for and on whose behalf it is imported. */
  public record Source(String origin, LocalDate registerDate, Actor actor) {}

  /** Imports the stream to its end and answers the stored report, accepted or refused. */
  public ImportReport run(InputStream stream, Source source) {
    Attempt attempt = new Attempt(Uuid7.next(), clock.instant(), source);
    ImportReport report;
    try {
      report = shadow.underLock(session -> attempt(session, stream, attempt));
    } catch (RefusedFile refusal) {
      report = attempt.refused(refusal, clock.instant());
      store(report, null, source);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    meters.counter("liaison.register.imports", "outcome", report.outcome()).increment();
    LOG.info(
        report.accepted() ? "Register file imported" : "Register file refused",
        Map.of(
            LogKey.importId, report.id(),
            LogKey.count, report.people(),
            LogKey.reason, report.reason() == null ? "none" : report.reason()));
    return report;
  }

  private ImportReport attempt(RegisterShadow.Session session, InputStream stream, Attempt attempt)
      throws IOException, SQLException {
    MessageDigest digest = Sha256.digest();
    attempt.tally = new DefectTally(config.namedDefects());
    RegisterFile file =
        new RegisterFile(
            new PhysicalLines(stream, digest, config.largestFile().asLongValue()), attempt.tally);
    RegisterFile.Counts counts = session.load(file);
    attempt.rows = counts.rows();
    RegisterShadow.Repeats repeats = session.repeats(config.namedDefects());
    attempt.tally.addAll(DefectReason.REPEATED_ROW, repeats.count(), repeats.lines());
    if (counts.usable() < config.floorRows()) {
      throw new RefusedFile(
          RefusalReason.TOO_FEW_ROWS, 0, "fewer than " + config.floorRows() + " usable rows");
    }
    attempt.people = session.gatherPeople();
    byte[] sha256 = digest.digest();
    return database.inTransaction(
        config.mergeTimeout(),
        transaction -> {
          LocalDate before = imports.dateInForce(transaction).orElse(attempt.source.registerDate());
          MergeShadow.Changes changes =
              mergeShadow.merge(
                  transaction, attempt.people, before, clock.instant().atOffset(ZoneOffset.UTC));
          ImportReport report = attempt.accepted(changes, clock.instant());
          imports.add(transaction, report, sha256);
          audit.record(transaction, act(report, attempt.source));
          return report;
        });
  }

  private void store(ImportReport report, byte @Nullable [] sha256, Source source) {
    database.run(
        transaction -> {
          imports.add(transaction, report, sha256);
          audit.record(transaction, act(report, source).refused());
        });
  }

  private static Act act(ImportReport report, Source source) {
    return Act.of("register.import")
        .by(source.actor())
        .on("register-import", report.id())
        .with("reason", report.reason() == null ? "none" : report.reason())
        .with("people", report.people())
        .with("departures", report.departures());
  }

  /** What is known of an import while it runs. */
  private static final class Attempt {
    private final UUID id;
    private final Instant startedAt;
    private final Source source;
    private DefectTally tally = new DefectTally(0);
    private long rows;
    private long people;

    private Attempt(UUID id, Instant startedAt, Source source) {
      this.id = id;
      this.startedAt = startedAt;
      this.source = source;
    }

    private ImportReport accepted(MergeShadow.Changes changes, Instant now) {
      return report("accepted", null, null, null, changes, now);
    }

    private ImportReport refused(RefusedFile refusal, Instant now) {
      return report(
          "refused",
          refusal.reason().code(),
          refusal.line() > 0 ? refusal.line() : null,
          refusal.detail().isEmpty()
              ? refusal.reason().sentence()
              : refusal.reason().sentence() + ": " + refusal.detail(),
          new MergeShadow.Changes(0, 0, 0, 0),
          now);
    }

    private ImportReport report(
        String outcome,
        @Nullable String reason,
        @Nullable Long line,
        @Nullable String detail,
        MergeShadow.Changes changes,
        Instant now) {
      return new ImportReport(
          id,
          startedAt,
          now,
          source.origin(),
          outcome,
          reason,
          line,
          detail,
          source.registerDate(),
          rows,
          people,
          changes.arrivals(),
          changes.changes(),
          changes.departures(),
          changes.returns(),
          tally.counts(),
          List.copyOf(tally.first()));
    }
  }
}
