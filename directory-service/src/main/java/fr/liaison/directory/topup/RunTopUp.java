package fr.liaison.directory.topup;

import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.source.Pause;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring the register up to date: begins a run or goes on with the one that is not
 * over, page by page, until both lists of changes are at their end or something is in the way.
 */
@ApplicationScoped
public class RunTopUp {
  private static final Log LOG = Log.of(RunTopUp.class);

  private final TopUpConfig config;
  private final TopUpLock lock;
  private final TopUpLedger ledger;
  private final ApplyPage applyPage;
  private final KnownWords words;
  private final RegisterConfig registerConfig;
  private final MeterRegistry meters;
  private final Pause pause;
  private final Clock clock = Clock.systemUTC();

  RunTopUp(
      TopUpConfig config,
      TopUpLock lock,
      TopUpLedger ledger,
      ApplyPage applyPage,
      KnownWords words,
      RegisterConfig registerConfig,
      MeterRegistry meters,
      Pause pause) {
    this.config = config;
    this.lock = lock;
    this.ledger = ledger;
    this.applyPage = applyPage;
    this.words = words;
    this.registerConfig = registerConfig;
    this.meters = meters;
    this.pause = pause;
  }

  /** Answers how it ended, by a stable code; {@code completed} when everything was read. */
  public String attempt() throws InterruptedException {
    if (config.url().isEmpty()) {
      return "off";
    }
    String outcome = lock.alone(this::alone).orElse("busy");
    meters.counter("liaison.register.top.ups", "outcome", outcome).increment();
    return outcome;
  }

  private String alone() throws InterruptedException {
    return switch (ledger.begin(config)) {
      case TopUpLedger.Beginning.NotNow(String reason) -> reason;
      case TopUpLedger.Beginning.Run(OpenRun run) -> go(run);
    };
  }

  private String go(OpenRun run) throws InterruptedException {
    try (FhirSource source = FhirSource.of(config, pause, clock)) {
      return new Attempt(run, source).toTheEnd();
    } catch (TopUpFailure failure) {
      LOG.warn("The top-up of the register pauses", Map.of(LogKey.reason, failure.reason().code()));
      ledger.rest(run, failure.reason().code(), failure.retryAfter());
      return failure.reason().code();
    } catch (IOException | GeneralSecurityException unreadable) {
      ledger.rest(run, "trusted-root-unreadable", null);
      throw new IllegalStateException(
          "liaison.directory.register.top-up.trusted-root cannot be read", unreadable);
    } catch (RuntimeException failure) {
      ledger.rest(run, "failed", null);
      throw failure;
    }
  }

  /** One attempt at a run. */
  private final class Attempt {
    private final PageReader reader;
    private final GatherPeople gather;
    private OpenRun run;

    Attempt(OpenRun run, FhirSource source) {
      this.run = run;
      this.reader =
          new PageReader(
              source,
              new Addresses(config.url().orElseThrow(), config.pageSize()),
              config.mostPages());
      this.gather =
          new GatherPeople(
              reader, new Identities(registerConfig.checkDigits()), words, clock.instant());
    }

    String toTheEnd() throws InterruptedException {
      URI address = address();
      while (address != null) {
        Bundle page = read(address);
        URI next = reader.next(page);
        boolean on = next == null && run.step() == OpenRun.Step.practitioners;
        OpenRun.Step step = on ? OpenRun.Step.roles : run.step();
        ApplyPage.Outcome outcome =
            applyPage.apply(
                new ApplyPage.Order(
                    run, gather.of(page), step, next == null ? null : next.toString(), config));
        if (!(outcome instanceof ApplyPage.Outcome.Applied)) {
          return rest(outcome);
        }
        run = standing(step, next == null ? null : next.toString());
        address = next == null && !on ? null : address();
      }
      ledger.complete(run);
      return "completed";
    }

    private URI address() {
      String kept = run.nextLink();
      // The base may be another one since; the list is then read from its beginning.
      if (kept != null && reader.addresses().isOwn(kept)) {
        return reader.addresses().own(kept);
      }
      return switch (run.step()) {
        case practitioners -> reader.addresses().changedPractitioners(run.since());
        case roles -> reader.addresses().changedRoles(run.since());
      };
    }

    /** A link kept from a former attempt may be known no more; the list then begins again. */
    private Bundle read(URI address) throws InterruptedException {
      if (run.nextLink() == null) {
        return reader.first(address);
      }
      try {
        return reader.page(address);
      } catch (TopUpFailure failure) {
        if (failure.reason() == TopUpFailure.Reason.LINK_EXPIRED) {
          ledger.rewind(run);
        }
        throw failure;
      }
    }

    private OpenRun standing(OpenRun.Step step, @Nullable String nextLink) {
      return new OpenRun(run.id(), run.since(), step, nextLink, run.registerDate());
    }

    private String rest(ApplyPage.Outcome outcome) {
      return switch (outcome) {
        case ApplyPage.Outcome.Applied _ -> throw new IllegalStateException("the run goes on");
        case ApplyPage.Outcome.MovedElsewhere _ -> "moved-elsewhere";
        case ApplyPage.Outcome.ImportRunning _ -> {
          ledger.rest(run, "import-running", null);
          yield "import-running";
        }
        case ApplyPage.Outcome.TooManyDepartures(long waiting) -> {
          LOG.warn(
              "The top-up of the register stopped: too many would depart",
              Map.of(LogKey.count, waiting));
          ledger.stop(run, waiting);
          yield TopUpLedger.TOO_MANY_DEPARTURES;
        }
      };
    }
  }
}
