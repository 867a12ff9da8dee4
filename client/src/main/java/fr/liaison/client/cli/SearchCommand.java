package fr.liaison.client.cli;

import fr.liaison.client.Liaison;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.PractitionerPage;
import fr.liaison.client.api.PractitionerQuery;
import fr.liaison.client.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    cli.screen()
        .heading(
            Stream.of(person.civility(), person.givenName(), person.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    String place =
        person.situations().stream()
            .map(one -> joined(one.structureName(), one.town()))
            .collect(Collectors.joining("; "));
    String skill = joined(person.profession(), person.savoirFaire());
    cli.screen().line("  " + skill + standing(person) + (place.isEmpty() ? "" : " · " + place));
    String reachable = person.reachable() ? "search.reachable" : "search.unreachable";
    cli.screen().line("  " + person.id() + " · " + cli.screen().words().say(reachable));
  }

  /** Of whoever is no full professional of the register. */
  private String standing(Practitioner person) {
    if (person.isStudent()) {
      return ", " + cli.screen().words().say("search.student");
    }
    return person.source().equals("structure")
        ? ", " + cli.screen().words().say("search.vouched")
        : "";
  }

  private static String joined(@Nullable String first, @Nullable String second) {
    return Stream.of(first, second).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}
