package fr.liaison.directory.topup;

import fr.liaison.directory.register.FileReach;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.RegisterImports;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.database.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides whether a run begins or goes on and from when, and writes how each attempt ended. */
@ApplicationScoped
class TopUpLedger {
  static final String TOO_MANY_DEPARTURES = "too-many-departures";

  private final TopUpRuns runs;
  private final RegisterImports imports;
  private final RegisterConfig registerConfig;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  TopUpLedger(
      TopUpRuns runs,
      RegisterImports imports,
      RegisterConfig registerConfig,
      Database database,
      AuditTrail audit) {
    this.runs = runs;
    this.imports = imports;
    this.registerConfig = registerConfig;
    this.database = database;
    this.audit = audit;
  }

  /** A run to work on, or why there is none now. */
  sealed interface Beginning {
    record Run(OpenRun run) implements Beginning {}

    record NotNow(String reason) implements Beginning {}
  }

  Beginning begin(TopUpConfig config) {
    return database.inTransaction(
        transaction -> {
          Beginning beginning = begin(transaction, config, clock.instant());
          if (beginning instanceof Beginning.NotNow(String reason)
              && !reason.equals("throttled")
              && !reason.equals("stopped")) {
            runs.refuse(transaction, reason, clock.instant(), null);
          }
          return beginning;
        });
  }

  private Beginning begin(Transaction transaction, TopUpConfig config, Instant now) {
    TopUpRuns.Point point = runs.hold(transaction);
    Optional<LocalDate> inForce = imports.dateInForce(transaction, ImportKind.register);
    if (inForce.isEmpty()) {
      return new Beginning.NotNow("no-register");
    }
    LocalDate date = inForce.get();
    boolean wentBack = point.registerDate() != null && date.isBefore(point.registerDate());
    Optional<TopUpRuns.Open> open = runs.open(transaction, date);
    boolean stopped = open.isPresent() && open.get().state() == TopUpRun.State.stopped;
    Instant reach = FileReach.of(date, registerConfig);
    // What stopped it may be said no more, and what it fails on may be in that file.
    boolean outdated =
        open.isPresent()
            && point.registerDate() != null
            && date.isAfter(point.registerDate())
            && (stopped || reach.isAfter(open.get().run().since()));
    if (open.isPresent() && (wentBack || outdated)) {
      String reason = wentBack ? "older-register" : "newer-register";
      end(transaction, open.get().run().id(), TopUpRun.State.superseded, reason, now);
    } else if (stopped) {
      return new Beginning.NotNow("stopped");
    }
    if (point.notBefore() != null && point.notBefore().isAfter(now)) {
      return new Beginning.NotNow("throttled");
    }
    Instant from =
        point.at() == null || (wentBack && reach.isBefore(point.at())) ? reach : point.at();
    if (point.at() != null && reach.isAfter(from)) {
      // A file has said it all since.
      from = reach;
    }
    runs.move(transaction, from, date);
    if (open.isPresent() && !wentBack && !outdated) {
      runs.state(transaction, open.get().run().id(), TopUpRun.State.running, null, now);
      return new Beginning.Run(open.get().run());
    }
    Instant since = from.minus(config.overlap());
    if (since.isBefore(now.minus(config.longestGap()))) {
      return new Beginning.NotNow("gap-too-long");
    }
    UUID id = Uuid7.next();
    runs.begin(transaction, id, since, now);
    return new Beginning.Run(new OpenRun(id, since, OpenRun.Step.practitioners, null, date));
  }

  /** The list that is read is told from its beginning again. */
  void rewind(OpenRun run) {
    database.run(transaction -> runs.rewind(transaction, run.id()));
  }

  /** The run is over: what the source said before it began is in the directory. */
  void complete(OpenRun run) {
    database.run(
        transaction -> {
          TopUpRuns.Point point = runs.hold(transaction);
          Optional<TopUpRuns.Open> open = runs.open(transaction, run.registerDate());
          if (open.isPresent() && open.get().run().id().equals(run.id())) {
            end(transaction, run.id(), TopUpRun.State.completed, null, clock.instant());
            if (run.registerDate().equals(point.registerDate())) {
              runs.move(transaction, open.get().sourceTime(), run.registerDate());
            }
          }
        });
  }

  /** The attempt ends here; the run goes on later. */
  void rest(OpenRun run, String reason, @Nullable Duration alone) {
    database.run(
        transaction -> {
          Instant now = clock.instant();
          TopUpRuns.Point held = runs.hold(transaction);
          runs.refuse(transaction, reason, now, alone == null ? held.notBefore() : now.plus(alone));
          runs.state(transaction, run.id(), TopUpRun.State.paused, reason, now);
        });
  }

  /** The run goes on when somebody lets it: its next page would remove {@code waiting} people. */
  void stop(OpenRun run, long waiting) {
    database.run(
        transaction -> {
          Instant now = clock.instant();
          TopUpRuns.Point held = runs.hold(transaction);
          runs.refuse(transaction, TOO_MANY_DEPARTURES, now, held.notBefore());
          if (runs.stop(transaction, run.id(), TOO_MANY_DEPARTURES, waiting, now)) {
            audit.record(
                transaction,
                Act.of("register.top-up")
                    .on("top-up-run", run.id())
                    .with("reason", TOO_MANY_DEPARTURES)
                    .with("waiting", waiting)
                    .refused());
          }
        });
  }

  private void end(
      Transaction transaction,
      UUID id,
      TopUpRun.State state,
      @Nullable String reason,
      Instant now) {
    runs.state(transaction, id, state, reason, now);
    TopUpRun run = runs.find(transaction, id).orElseThrow();
    if (run.people() > 0 || state == TopUpRun.State.superseded) {
      audit.record(
          transaction,
          Act.of("register.top-up")
              .on("top-up-run", id)
              .with("state", state)
              .with("people", run.people())
              .with("departures", run.departures()));
    }
  }
}
