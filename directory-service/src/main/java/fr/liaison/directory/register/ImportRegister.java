package fr.liaison.directory.register;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

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
  private final RunningImports running;
  private final ImportLedger ledger;
  private final Database database;
  private final MeterRegistry meters;
  private final RegisterConfig config;
  private final Clock clock = Clock.systemUTC();

  ImportRegister(
      RegisterShadow shadow,
      MergeShadow mergeShadow,
      RegisterImports imports,
      RunningImports running,
      ImportLedger ledger,
      Database database,
      MeterRegistry meters,
      RegisterConfig config) {
    this.shadow = shadow;
    this.mergeShadow = mergeShadow;
    this.imports = imports;
    this.running = running;
    this.ledger = ledger;
    this.database = database;
    this.meters = meters;
    this.config = config;
  }

  /** Imports the stream to its end and answers the stored report, accepted or refused. */
  public ImportReport run(InputStream stream, ImportRequest request) {
    ImportReport report;
    try {
      report = shadow.underLock(session -> begin(session, stream, request));
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

  /** Ends imports whose instance died; does nothing while one runs. */
  void closeInterrupted() throws IOException {
    shadow.underLockIfFree(ledger::closeInterrupted);
  }

  private ImportReport begin(
      RegisterShadow.Session session, InputStream stream, ImportRequest request)
      throws IOException, SQLException {
    // Before the shadow is emptied: a merge that is still under way either keeps its end, and is
    // waited for, or finds that it lost it.
    ledger.closeInterrupted();
    ImportAttempt attempt =
        new ImportAttempt(request, clock.instant(), new DefectTally(config.namedDefects()));
    ledger.begin(attempt);
    try {
      session.clear();
      return attempt(session, stream, attempt);
    } catch (RefusedFile refusal) {
      return ledger.refuse(attempt, refusal);
    } catch (IOException | SQLException | RuntimeException failure) {
      closeFailed(request, failure);
      throw failure;
    }
  }

  private void closeFailed(ImportRequest request, Exception failure) {
    try {
      ledger.closeFailed(request);
    } catch (DatabaseUnavailable gone) {
      // The next import or the next start ends it.
      failure.addSuppressed(gone);
    }
  }

  private ImportReport attempt(
      RegisterShadow.Session session, InputStream stream, ImportAttempt attempt)
      throws IOException, SQLException {
    ImportRequest request = attempt.request();
    ProgressLog progress = new ProgressLog(database, running, request.id(), System::nanoTime);
    ReceivedBytes received =
        new ReceivedBytes(stream, bytes -> progress.read(attempt.rows(), bytes));
    long largest = config.largestFile().asLongValue();
    Extraction extraction = request.format().open(received, largest);
    RegisterFile file =
        new RegisterFile(
            new PhysicalLines(extraction.text(), largest), attempt.tally(), config.checkDigits());
    attempt.countRowsBy(file::rows);
    RegisterFile.Counts counts = session.load(file);
    extraction.finish();
    attempt.ignoredFiles(extraction.ignored());
    progress.write(ImportPhase.gathering);
    RegisterShadow.Repeats repeats = session.repeats(config.namedDefects());
    attempt.tally().addAll(DefectReason.REPEATED_ROW, repeats.count(), repeats.lines());
    if (counts.usable() < config.floorRows()) {
      throw new RefusedFile(
          RefusalReason.TOO_FEW_ROWS, 0, "fewer than " + config.floorRows() + " usable rows");
    }
    attempt.people(session.gatherPeople());
    progress.write(ImportPhase.merging);
    return merge(attempt, received.sha256());
  }

  private ImportReport merge(ImportAttempt attempt, byte[] sha256) {
    ImportRequest request = attempt.request();
    return database.inTransaction(
        config.mergeTimeout(),
        transaction -> {
          ledger.claimEnd(transaction, request);
          LocalDate before = imports.dateInForce(transaction).orElse(request.registerDate());
          MergeShadow.Order order =
              new MergeShadow.Order(
                  attempt.people(),
                  before,
                  clock.instant().atOffset(ZoneOffset.UTC),
                  request.acceptDepartures());
          MergeShadow.Changes changes = mergeShadow.merge(transaction, order);
          ImportReport report = attempt.accepted(changes, clock.instant());
          ledger.end(transaction, report, sha256, request.actor());
          return report;
        });
  }
}
