package fr.liaison.client.cli;

import fr.liaison.client.Liaison;
import fr.liaison.client.api.Me;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.card.Card;
import fr.liaison.client.card.CardOutcome;
import fr.liaison.client.card.Cards;
import fr.liaison.client.card.FirstLook;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows somebody's card once its signature was verified, and what speaks for looking twice before
 * writing. A card that is not to be believed is not shown.
 */
@Command(name = "card")
final class CardCommand implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "PRACTITIONER")
  private String person = "";

  @Option(names = "--seen")
  private boolean seen;

  CardCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    PractitionerId id = parsed();
    try (Store store = cli.openStore()) {
      EnrolledDevice device = Cli.device(store);
      Liaison liaison = cli.open(store);
      Cards cards = liaison.cards(device);
      int code =
          switch (cards.read(id)) {
            case CardOutcome.Current(Card card) -> show(liaison, card, "current", ExitCode.OK);
            case CardOutcome.Outdated(Card kept) -> show(liaison, kept, "outdated", ExitCode.OK);
            case CardOutcome.Offline(Card kept) ->
                show(liaison, kept, "offline", ExitCode.UNREACHABLE);
            case CardOutcome.Unsound(var cause) -> {
              if (cli.json()) {
                cli.screen().json(Map.of("verified", false, "cause", CardLines.name(cause)));
              }
              throw new CommandEnd(ExitCode.REFUTED, CardLines.word(cause));
            }
            case CardOutcome.Refused(var problem) -> throw Cli.end(problem);
            case CardOutcome.Unreachable gone ->
                throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
          };
      if (seen) {
        cards.acknowledge(id);
      }
      return code;
    }
  }

  private PractitionerId parsed() {
    try {
      return PractitionerId.parse(person);
    } catch (IllegalArgumentException notAnId) {
      throw new CommandEnd(ExitCode.USAGE, "conversations.notAnId");
    }
  }

  private int show(Liaison liaison, Card card, String freshness, ExitCode code) {
    @Nullable Practitioner self =
        code == ExitCode.OK && liaison.directory().me() instanceof Answer.Done<Me>(Me me)
            ? me.practitioner()
            : null;
    FirstLook look =
        liaison.store().read(reader -> FirstLook.of(reader, card, self, Instant.now()));
    if (cli.json()) {
      cli.screen().json(CardDocument.of(card, freshness, look));
    } else {
      show(card, freshness, look);
    }
    return code.number();
  }

  private void show(Card card, String freshness, FirstLook look) {
    Screen screen = cli.screen();
    CardLines lines = new CardLines(screen.words());
    screen.heading(PersonLines.name(card.statement().person()));
    lines.facts(card.statement()).forEach(line -> screen.line("  " + line));
    String signed = lines.moment(card.statement().issuedAt());
    screen.line("  " + screen.words().say("card." + freshness, signed));
    lines.changes(card).forEach(line -> screen.line("! " + line));
    if (look.first()) {
      lines.cautions(look.cautions()).forEach(line -> screen.line("! " + line));
      screen.line("  " + screen.words().say("card.first"));
    }
  }
}
