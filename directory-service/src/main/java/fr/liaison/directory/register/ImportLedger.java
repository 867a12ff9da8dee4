package fr.liaison.directory.register;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes that an import begins and how it ends, each with its audit entry. Every import that begins
 * ends exactly once: accepted, refused, or interrupted when its instance died.
 */
@ApplicationScoped
public class ImportLedger {
  private final RunningImports running;
  private final RegisterImports imports;
  private final RegisterDefects defects;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  ImportLedger(
      RunningImports running,
      RegisterImports imports,
      RegisterDefects defects,
      Database database,
      AuditTrail audit) {
    this.running = running;
    this.imports = imports;
    this.defects = defects;
    this.database = database;
    this.audit = audit;
  }

  /** Notes that an import begins; an id that was used before is a conflict. */
  void begin(ImportAttempt attempt) {
    ImportRequest request = attempt.request();
    database.run(
        transaction -> {
          if (imports.find(transaction, request.id()).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT, "This id belongs to an earlier import");
          }
          running.begin(transaction, request, attempt.startedAt());
          audit.record(
              transaction,
              Act.of("register.import.begin")
                  .by(request.actor())
                  .on("register-import", request.id()));
        });
  }

  /** Claims the end of an import; a conflict when it was ended as interrupted meanwhile. */
  void claimEnd(Transaction transaction, ImportRequest request) {
    if (!running.take(transaction, request.id())) {
      throw Problem.of(ProblemType.CONFLICT, "The import lost its lock and another one took over");
    }
  }

  /** Stores how an import ended, in the transaction that claimed its end. */
  void end(
      Transaction transaction,
      ImportAttempt attempt,
      ImportReport report,
      byte @Nullable [] sha256) {
    imports.add(transaction, report, sha256);
    defects.add(transaction, report.id(), attempt.tally().stored());
    Act act =
        Act.of("register.import")
            .by(attempt.request().actor())
            .on("register-import", report.id())
            .with("reason", report.reason() == null ? "none" : report.reason())
            .with("people", report.people())
            .with("departures", report.departures());
    if (report.departuresAccepted() != null) {
      act = act.with("departuresAccepted", report.departuresAccepted());
    }
    audit.record(transaction, report.accepted() ? act : act.refused());
  }

  ImportReport refuse(ImportAttempt attempt, RefusedFile refusal) {
    ImportReport report = attempt.refused(refusal, clock.instant());
    database.run(
        transaction -> {
          claimEnd(transaction, attempt.request());
          end(transaction, attempt, report, null);
        });
    return report;
  }

  /** Ends what an instance left behind when it died. Only for the holder of the import lock. */
  void closeInterrupted() {
    List<ImportProgress> left = database.read(running::all);
    for (ImportProgress progress : left) {
      database.run(transaction -> closeInterrupted(transaction, progress));
    }
  }

  /** Ends an import that failed here for a reason that is not the file's, if it did not end. */
  void closeFailed(ImportRequest request) {
    database.run(
        transaction ->
            running
                .find(transaction, request.id())
                .ifPresent(progress -> closeInterrupted(transaction, progress)));
  }

  private void closeInterrupted(Transaction transaction, ImportProgress progress) {
    if (running.take(transaction, progress.id())) {
      ImportAttempt attempt =
          new ImportAttempt(progress.request(), progress.startedAt(), new DefectTally(0, 0));
      attempt.countRowsBy(progress::rows);
      RefusedFile refusal = new RefusedFile(RefusalReason.INTERRUPTED, 0, "");
      end(transaction, attempt, attempt.refused(refusal, clock.instant()), null);
    }
  }
}
