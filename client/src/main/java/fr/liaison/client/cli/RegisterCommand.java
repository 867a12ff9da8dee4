package fr.liaison.client.cli;

import fr.liaison.client.api.RegisterApi;
import fr.liaison.client.api.RegisterImport;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.http.Reply;
import fr.liaison.client.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Imports of the national register, for platform administrators: lists, begins and watches them.
 */
@Command(name = "register")
final class RegisterCommand implements Callable<Integer> {
  /** Every look is recorded at the service. */
  private static final long SECONDS_BETWEEN_LOOKS = 5;

  /** An import whose instance died does not move, and is ended by the next start only. */
  private static final int MOST_LOOKS_WITHOUT_NEWS = 60;

  private final Cli cli;

  RegisterCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    try (Store store = cli.openStore()) {
      RegisterImport.Listing listing = Cli.done(cli.open(store).register().list());
      if (cli.json()) {
        cli.screen().json(listing);
        return ExitCode.OK.number();
      }
      listing.running().forEach(one -> cli.screen().line(RegisterLines.of(cli, one)));
      listing.items().forEach(one -> cli.screen().line(RegisterLines.summary(cli, one)));
      return ExitCode.OK.number();
    }
  }

  /** How far one is, or its report. */
  @Command(name = "status")
  int status(@Parameters(paramLabel = "ID") String id) {
    UUID wanted = parsed(id);
    try (Store store = cli.openStore()) {
      RegisterImport one = Cli.done(cli.open(store).register().read(wanted));
      if (cli.json()) {
        cli.screen().json(one);
      } else if (one.progress() != null) {
        cli.screen().line(RegisterLines.of(cli, one.progress()));
      } else if (one.report() != null) {
        RegisterLines.show(cli, one.report());
      }
      return ExitCode.OK.number();
    }
  }

  /** Sends a file, shows how far it is, and then what it came to. */
  @Command(name = "import")
  int send(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--date", paramLabel = "DATE", defaultValue = "") String date,
      @Option(names = "--accept-departures") boolean acceptDepartures) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandEnd(ExitCode.USAGE, "register.unreadable");
    }
    try (Store store = cli.openStore();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RegisterApi register = cli.open(store).register();
      RegisterApi.Wish wish = new RegisterApi.Wish(UUID.randomUUID(), date, acceptDepartures);
      CompletableFuture<Answer<Reply>> upload =
          CompletableFuture.supplyAsync(() -> register.upload(file, wish), threads);
      Answer<Reply> answer = watch(register, wish.id(), upload);
      return end(report(register, wish.id(), answer));
    }
  }

  private Answer<Reply> watch(
      RegisterApi register, UUID id, CompletableFuture<Answer<Reply>> upload) {
    while (true) {
      try {
        return upload.get(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
      } catch (TimeoutException running) {
        progress(register, id).ifPresent(one -> cli.screen().passing(RegisterLines.of(cli, one)));
      } catch (ExecutionException failed) {
        cli.screen().passing("");
        throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
      }
    }
  }

  private static Optional<RegisterImport.Progress> progress(RegisterApi register, UUID id) {
    return register.read(id) instanceof Answer.Done<RegisterImport>(RegisterImport one)
        ? Optional.ofNullable(one.progress())
        : Optional.empty();
  }

  /** A refusal of the file has a report too; a connection that broke may hide one still to come. */
  private RegisterImport.Report report(RegisterApi register, UUID id, Answer<Reply> answer) {
    RegisterImport.@Nullable Progress before = null;
    int looks = 0;
    while (looks < MOST_LOOKS_WITHOUT_NEWS
        && register.read(id) instanceof Answer.Done<RegisterImport>(RegisterImport one)) {
      if (one.report() != null) {
        cli.screen().passing("");
        return one.report();
      }
      looks = Objects.equals(before, one.progress()) ? looks + 1 : 0;
      before = one.progress();
      watchOn(before);
    }
    cli.screen().passing("");
    throw switch (answer) {
      case Answer.Refused<Reply>(Problem problem) -> Cli.end(problem);
      case Answer.Unreachable<Reply>() -> new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
      case Answer.Done<Reply>(Reply unread) -> new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
    };
  }

  private void watchOn(RegisterImport.@Nullable Progress progress) {
    if (progress != null) {
      cli.screen().passing(RegisterLines.of(cli, progress));
    }
    try {
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
    }
  }

  private int end(RegisterImport.Report report) {
    if (cli.json()) {
      cli.screen().json(Map.of("report", report));
    } else {
      RegisterLines.show(cli, report);
    }
    return report.accepted() ? ExitCode.OK.number() : ExitCode.REFUSED.number();
  }

  private static UUID parsed(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new CommandEnd(ExitCode.USAGE, "register.notAnId");
    }
  }
}
