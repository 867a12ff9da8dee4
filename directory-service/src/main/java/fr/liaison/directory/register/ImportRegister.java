package fr.liaison.directory.register;

import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.ReceivedBytes;
import fr.liaison.directory.register.file.RefusedFile;
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
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of an upload into the shadow tables and merges them in one transaction, with the
 * report and the audit entry. A file that cannot be trusted changes nothing but leaves a report
 * that says why. One import runs at a time; a second one is a conflict.
 */
@ApplicationScoped
public class ImportRegister {
  private static final Log LOG = Log.of(ImportRegister.class);

  private final RegisterShadow shadow;
  private final ImportPeople importPeople;
  private final ImportMailboxes importMailboxes;
  private final ImportDetails importDetails;
  private final RunningImports running;
  private final ImportLedger ledger;
  private final Database database;
  private final MeterRegistry meters;
  private final RegisterConfig config;
  private final Clock clock = Clock.systemUTC();

  ImportRegister(
      RegisterShadow shadow,
      ImportPeople importPeople,
      ImportMailboxes importMailboxes,
      ImportDetails importDetails,
      RunningImports running,
      ImportLedger ledger,
      Database database,
      MeterRegistry meters,
      RegisterConfig config) {
    this.shadow = shadow;
    this.importPeople = importPeople;
    this.importMailboxes = importMailboxes;
    this.importDetails = importDetails;
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
        new ImportAttempt(
            request,
            clock.instant(),
            new DefectTally(config.namedDefects(), config.storedDefects()));
    ledger.begin(attempt);
    try {
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
    Map<ImportKind, ImportedFile> files = new EnumMap<>(ImportKind.class);
    try {
      load(session, received, attempt, files);
      progress.write(ImportPhase.gathering);
      for (Map.Entry<ImportKind, ImportedFile> file : files.entrySet()) {
        attempt.tally().in(file.getKey());
        naming(file.getKey(), () -> file.getValue().gather(session));
      }
      progress.write(ImportPhase.merging);
      return merge(attempt, files, received.sha256());
    } finally {
      for (ImportedFile file : files.values()) {
        file.close();
      }
    }
  }

  /** Reads all wanted files of the upload, each into the shadow tables of its own. */
  private void load(
      RegisterShadow.Session session,
      ReceivedBytes received,
      ImportAttempt attempt,
      Map<ImportKind, ImportedFile> files)
      throws IOException, SQLException {
    Extraction extraction =
        attempt.request().format().open(received, config.largestFile().asLongValue());
    for (Extraction.@Nullable Part part = extraction.next();
        part != null;
        part = extraction.next()) {
      ImportKind kind = part.kind();
      InputStream text = part.text();
      ImportedFile file = importer(kind, attempt);
      files.put(kind, file);
      attempt.kind(Collections.min(files.keySet()));
      attempt.tally().in(kind);
      naming(kind, () -> file.load(session, text));
    }
    attempt.ignoredFiles(extraction.ignored());
  }

  private ImportedFile importer(ImportKind kind, ImportAttempt attempt) {
    return switch (kind) {
      case register -> importPeople.within(attempt);
      case mailboxes -> importMailboxes.within(attempt);
      case skills -> importDetails.within(attempt, Detail.skills);
      case qualifications -> importDetails.within(attempt, Detail.qualifications);
    };
  }

  private interface Step {
    void take() throws IOException, SQLException;
  }

  /** Lines are those of one file: a refusal of one that can come with others says which. */
  private static void naming(ImportKind kind, Step step) throws IOException, SQLException {
    try {
      step.take();
    } catch (RefusedFile refusal) {
      throw kind.isDetail() ? refusal.in(kind.publishedName()) : refusal;
    }
  }

  /** All files in one transaction: readers see the former ones or the new ones. */
  private ImportReport merge(
      ImportAttempt attempt, Map<ImportKind, ImportedFile> files, byte[] sha256) {
    return database.inTransaction(
        config.mergeTimeout(),
        transaction -> {
          ledger.claimEnd(transaction, attempt.request());
          files.values().forEach(file -> file.merge(transaction));
          ImportReport report = attempt.accepted(clock.instant());
          ledger.end(transaction, attempt, report, sha256);
          return report;
        });
  }
}
