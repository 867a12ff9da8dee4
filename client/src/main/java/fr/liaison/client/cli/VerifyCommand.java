package fr.liaison.client.cli;

import fr.liaison.client.api.AuditApi;
import fr.liaison.client.audit.Verdict;
import fr.liaison.client.audit.VerifyLog;
import fr.liaison.client.store.Settings;
import fr.liaison.client.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Checks the log's newest checkpoint, the proof of one act, or a proof file. The log's key is the
 * one given, else the one pinned when this state first asked for it.
 */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
  private final Cli cli;

  @Option(names = "--key", paramLabel = "VKEY")
  private String givenKey = "";

  @Option(names = "--entry", paramLabel = "ID")
  private String entry = "";

  @Option(names = "--file", paramLabel = "FILE")
  private String file = "";

  VerifyCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() throws IOException {
    if (!file.isEmpty() && !givenKey.isEmpty()) {
      return show(VerifyLog.proof(Files.readString(Path.of(file)), entry, givenKey));
    }
    try (Store store = cli.openStore()) {
      AuditApi audit = cli.open(store).audit();
      String key = givenKey.isEmpty() ? pinned(store, audit) : givenKey;
      if (!file.isEmpty()) {
        return show(VerifyLog.proof(Files.readString(Path.of(file)), entry, key));
      }
      return entry.isEmpty()
          ? show(VerifyLog.checkpoint(Cli.done(audit.checkpoint()), key))
          : show(VerifyLog.proof(Cli.done(audit.proof(parsed(entry))), entry, key));
    }
  }

  private static UUID parsed(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new CommandEnd(ExitCode.USAGE, "verify.notAnId");
    }
  }

  /** The first key seen is kept; a log that later names another is not believed. */
  private static String pinned(Store store, AuditApi audit) {
    Optional<String> known = store.read(Settings.AUDIT_LOG_KEY::read);
    String now = Cli.done(audit.logKey());
    if (known.isEmpty()) {
      store.change(transaction -> Settings.AUDIT_LOG_KEY.write(transaction, now));
    } else if (!known.get().equals(now)) {
      throw new CommandEnd(ExitCode.REFUTED, "verify.keyChanged");
    }
    return now;
  }

  private int show(Verdict verdict) {
    return switch (verdict) {
      case Verdict.GenuineCheckpoint(var checkpoint) -> {
        say(
            Map.of("genuine", true, "origin", checkpoint.origin(), "size", checkpoint.size()),
            "verify.checkpoint",
            checkpoint.origin(),
            checkpoint.size());
        yield ExitCode.OK.number();
      }
      case Verdict.Proven proven -> {
        say(
            Map.of("genuine", true, "entry", proven.entry(), "index", proven.index()),
            "verify.proven",
            proven.entry(),
            proven.index());
        yield ExitCode.OK.number();
      }
      case Verdict.Refuted(Verdict.Cause cause) -> {
        String name = cause.name().toLowerCase(Locale.ROOT);
        say(Map.of("genuine", false, "cause", name), "verify.refuted." + name);
        yield ExitCode.REFUTED.number();
      }
    };
  }

  private void say(Map<String, Object> document, String word, Object... arguments) {
    if (cli.json()) {
      cli.screen().json(document);
    } else {
      cli.screen().line(cli.screen().words().say(word, arguments));
    }
  }
}
