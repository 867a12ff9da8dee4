package fr.liaison.client.cli;

import fr.liaison.client.Liaison;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.PractitionerPage;
import fr.liaison.client.api.PractitionerQuery;
import fr.liaison.client.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds colleagues in the directory. */
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
  private final Cli cli;

  @Parameters(arity = "1..*", paramLabel = "WORD")
  private List<String> words = List.of();

  SearchCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    try (Store store = cli.openStore()) {
      Liaison liaison = cli.open(store);
      PractitionerPage page =
          Cli.done(liaison.directory().search(PractitionerQuery.words(String.join(" ", words))));
      if (cli.json()) {
        cli.screen().json(page);
      } else if (page.items().isEmpty()) {
        cli.screen().note("search.nobody");
      } else {
        page.items().forEach(this::show);
      }
      return ExitCode.OK.number();
    }
  }

  private void show(Practitioner person) {
    Screen screen = cli.screen();
    PersonLines lines = new PersonLines(screen.words());
    String place = String.join("; ", lines.places(person));
    String reachable = person.reachable() ? "search.reachable" : "search.unreachable";
    screen.heading(PersonLines.name(person));
    screen.line("  " + lines.profession(person) + (place.isEmpty() ? "" : " · " + place));
    screen.line("  " + person.id() + " · " + screen.words().say(reachable));
  }
}
