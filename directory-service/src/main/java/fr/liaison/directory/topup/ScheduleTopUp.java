package fr.liaison.directory.topup;

import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Has changes asked for at the configured interval; never where there is no address. The service
 * does not start with half of a configuration.
 */
@ApplicationScoped
public class ScheduleTopUp {
  private static final Log LOG = Log.of(ScheduleTopUp.class);

  private final TopUpConfig config;
  private final RunTopUp runTopUp;
  private final Scheduler scheduler;

  ScheduleTopUp(TopUpConfig config, RunTopUp runTopUp, Scheduler scheduler) {
    this.config = config;
    this.runTopUp = runTopUp;
    this.scheduler = scheduler;
  }

  void start(@Observes StartupEvent started) {
    TopUpSettings.check(config);
    if (config.url().isPresent()) {
      var _ =
          scheduler
              .newJob("register-top-up")
              .setInterval(config.every().toString())
              .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
              .setTask(execution -> attempt(), true)
              .schedule();
    }
  }

  private void attempt() {
    try {
      var _ = runTopUp.attempt();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.error("The register was not topped up", Map.<LogKey, Object>of(), failure);
    }
  }
}
