package fr.liaison.client.cli;

import fr.liaison.client.Liaison;
import fr.liaison.client.conversation.ConversationListener;
import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.example.DischargeLetter;
import fr.liaison.client.example.DischargeLetter.Addressee;
import fr.liaison.client.example.DischargeLetter.Result;
import fr.liaison.client.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs {@link DischargeLetter}; ends with 1 when somebody did not get the letter. */
@Command(name = "letter")
final class LetterCommand implements Callable<Integer> {
  private final Cli cli;
  private final AtomicInteger failures = new AtomicInteger();

  @Option(names = "--pdf", paramLabel = "FILE", required = true)
  private Path pdf = Path.of("");

  @Option(names = "--recipients", paramLabel = "CSV", required = true)
  private Path recipients = Path.of("");

  LetterCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(pdf) || !Files.isReadable(recipients)) {
      throw new CommandEnd(ExitCode.USAGE, "letter.unusable");
    }
    List<Addressee> addressees = DischargeLetter.addressees(recipients);
    try (Store store = cli.openStore()) {
      Liaison liaison = cli.open(store);
      try (Messenger messenger = cli.messenger(store, ConversationListener.silent())) {
        cli.sync(messenger);
        new DischargeLetter(liaison.directory(), messenger)
            .send(pdf, addressees, cli.screen()::progress, this::report);
      }
    }
    return (failures.get() == 0 ? ExitCode.OK : ExitCode.REFUSED).number();
  }

  private void report(Addressee addressee, int done, int of, Result result) {
    switch (result) {
      case Result.Sent sent -> say("sent", addressee, "");
      case Result.Queued queued -> say("queued", addressee, "");
      case Result.Unknown unknown -> fail("unknown", addressee, "");
      case Result.Ambiguous ambiguous -> fail("ambiguous", addressee, "");
      case Result.NotReachable notReachable -> fail("unreachable", addressee, "");
      case Result.Failed(String code) -> fail("failed", addressee, code);
    }
  }

  private void fail(String word, Addressee addressee, String code) {
    var _ = failures.getAndIncrement();
    say(word, addressee, code);
  }

  private void say(String word, Addressee addressee, String code) {
    if (cli.json()) {
      cli.screen().json(Map.of("addressee", addressee.toString(), "result", word, "code", code));
    } else {
      cli.screen().note("letter." + word, addressee, code);
    }
  }
}
