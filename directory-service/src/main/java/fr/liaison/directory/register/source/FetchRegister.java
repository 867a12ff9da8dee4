package fr.liaison.directory.register.source;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.directory.register.ImportRegister;
import fr.liaison.directory.register.ImportReport;
import fr.liaison.directory.register.ImportRequest;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.RegisterImports;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RegisterDate;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Fetches the published files that were not imported yet, straight into the import. Passing
 * failures are tried again with growing pauses; of several instances one imports, and the others
 * find it done.
 */
@ApplicationScoped
public class FetchRegister {
  private static final Log LOG = Log.of(FetchRegister.class);

  private final SourceConfig config;
  private final RegisterConfig registerConfig;
  private final ImportRegister importRegister;
  private final FetchedFiles fetchedFiles;
  private final RegisterImports imports;
  private final Database database;
  private final MeterRegistry meters;
  private final Pause pauses;
  private final Clock clock = Clock.system(RegisterDate.PUBLISHER_ZONE);

  FetchRegister(
      SourceConfig config,
      RegisterConfig registerConfig,
      ImportRegister importRegister,
      FetchedFiles fetchedFiles,
      RegisterImports imports,
      Database database,
      MeterRegistry meters,
      Pause pauses) {
    this.config = config;
    this.registerConfig = registerConfig;
    this.importRegister = importRegister;
    this.fetchedFiles = fetchedFiles;
    this.imports = imports;
    this.database = database;
    this.meters = meters;
    this.pauses = pauses;
  }

  /** What became of one address, with a stable code. */
  record Outcome(String code, boolean passing) {
    static final Outcome UNCHANGED = new Outcome("unchanged", false);
    static final Outcome OUTDATED = new Outcome("outdated", false);
    static final Outcome ACCEPTED = new Outcome("accepted", false);
    static final Outcome BUSY = new Outcome("busy", true);
  }

  /** Whether there is any address to fetch from. */
  boolean hasSource() {
    return config.url().filter(addresses -> !addresses.isEmpty()).isPresent();
  }

  /** Tries every address until it is up to date or it makes no sense to go on. */
  public List<String> fetchAll() throws InterruptedException {
    try (RegisterSource source = RegisterSource.of(config)) {
      List<URI> addresses = config.url().orElse(List.of());
      String[] outcomes = new String[addresses.size()];
      for (int i = 0; i < outcomes.length; i++) {
        outcomes[i] = fetchAtLast(source, addresses.get(i)).code();
        meters.counter("liaison.register.fetches", "outcome", outcomes[i]).increment();
      }
      return List.of(outcomes);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException(
          "liaison.directory.register.source.trusted-root cannot be read", unreadable);
    }
  }

  private Outcome fetchAtLast(RegisterSource source, URI address) throws InterruptedException {
    Duration pause = config.firstPause();
    Outcome outcome = fetch(source, address);
    for (int i = 1; i < config.attempts() && outcome.passing(); i++) {
      if (!pauses.await(pause)) {
        return outcome;
      }
      pause = pause.multipliedBy(2);
      outcome = fetch(source, address);
    }
    return outcome;
  }

  private Outcome fetch(RegisterSource source, URI address) throws InterruptedException {
    try {
      String offered = source.offered(address);
      if (database.read(transaction -> fetchedFiles.isInForce(transaction, offered))) {
        return Outcome.UNCHANGED;
      }
      return isOutdated(offered) ? Outcome.OUTDATED : importFrom(source.download(address));
    } catch (SourceFailure failure) {
      warn(failure.reason().code(), failure);
      return new Outcome(failure.reason().code(), failure.reason().isPassing());
    } catch (Problem busy) {
      return Outcome.BUSY;
    } catch (DatabaseUnavailable | UncheckedIOException failure) {
      warn("failed", failure);
      return new Outcome("failed", true);
    } catch (RuntimeException failure) {
      // A bug met with one file shall not keep the others from being fetched.
      warn("failed", failure);
      return new Outcome("failed", false);
    }
  }

  private boolean isOutdated(String fileName) {
    ImportKind kind = ImportKind.ofFileName(fileName);
    LocalDate date = RegisterDate.ofFileName(fileName).orElse(LocalDate.now(clock));
    return database.read(transaction -> imports.isOutdated(transaction, kind, date));
  }

  private Outcome importFrom(RegisterSource.Download download) {
    ImportReport report;
    long largest = registerConfig.largestFile().asLongValue();
    try (BoundedDownload body = new BoundedDownload(download, largest, config.longest())) {
      report = importRegister.run(body, request(download));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (!report.accepted()) {
      String reason = String.valueOf(report.reason());
      return new Outcome(reason, reason.equals(RefusalReason.TRUNCATED.code()));
    }
    database.run(transaction -> fetchedFiles.add(transaction, download.fileName(), report.id()));
    return Outcome.ACCEPTED;
  }

  private ImportRequest request(RegisterSource.Download download) {
    String name = download.fileName();
    return new ImportRequest(
        Uuid7.next(),
        "source",
        RegisterDate.ofFileName(name).orElse(LocalDate.now(clock)),
        download.size(),
        Extraction.Format.ofFileName(name),
        false,
        Actor.NOBODY);
  }

  private static void warn(String reason, Exception failure) {
    LOG.warn("A register file was not fetched", Map.of(LogKey.reason, reason), failure);
  }
}
