package fr.liaison.directory.register.source;

import fr.liaison.directory.register.file.RegisterDate;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/** Has new files fetched every day at the configured time; never where there is none. */
@ApplicationScoped
public class FetchDaily {
  private static final Log LOG = Log.of(FetchDaily.class);

  private final SourceConfig config;
  private final FetchRegister fetchRegister;
  private final FetchTurns turns;
  private final Pause pauses;
  private final Scheduler scheduler;

  FetchDaily(
      SourceConfig config,
      FetchRegister fetchRegister,
      FetchTurns turns,
      Pause pauses,
      Scheduler scheduler) {
    this.config = config;
    this.fetchRegister = fetchRegister;
    this.turns = turns;
    this.pauses = pauses;
    this.scheduler = scheduler;
  }

  void start(@Observes StartupEvent started) {
    config.at().ifPresent(this::schedule);
  }

  private void schedule(LocalTime at) {
    var _ =
        scheduler
            .newJob("register-source")
            .setCron("0 %d %d * * ?".formatted(at.getMinute(), at.getHour()))
            .setTimeZone(RegisterDate.PUBLISHER_ZONE.getId())
            .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
            .setTask(execution -> fetch(), true)
            .schedule();
  }

  private void fetch() {
    try {
      fetchInTurn();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.error("The register was not fetched", Map.<LogKey, Object>of(), failure);
    }
  }

  /** Whoever fetches now may die of it: the others come back until they find it done. */
  private void fetchInTurn() throws InterruptedException {
    Duration pause = config.firstPause();
    for (int i = 0; i < config.attempts(); i++) {
      Optional<FetchTurns.Turn> taken = turn();
      if (taken.isPresent()) {
        try (var _ = taken.get()) {
          var _ = fetchRegister.fetchAll();
        }
        return;
      }
      if (!pauses.await(pause)) {
        return;
      }
      pause = pause.multipliedBy(2);
    }
  }

  private Optional<FetchTurns.Turn> turn() {
    try {
      return turns.take();
    } catch (DatabaseUnavailable passing) {
      LOG.warn("No turn to fetch the register", Map.<LogKey, Object>of(), passing);
      return Optional.empty();
    }
  }
}
