package fr.liaison.directory.match;

import fr.liaison.directory.search.index.FindNamesakes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds whom a row may mean: by its identifiers, else by the names, else by names like them. */
@ApplicationScoped
public class FindCandidates {
  private final FindNamesakes findNamesakes;
  private final MatchConfig config;

  FindCandidates(FindNamesakes findNamesakes, MatchConfig config) {
    this.findNamesakes = findNamesakes;
    this.config = config;
  }

  Candidates of(WantedPerson wanted, KnownIdentifiers.Owners owners) {
    UUID numbered =
        wanted.nationalId() == null ? null : owners.byNationalId().get(wanted.nationalId());
    Set<UUID> reached =
        wanted.mssante() == null
            ? Set.of()
            : owners.byMailbox().getOrDefault(wanted.mssante(), Set.of());
    if (numbered != null || !reached.isEmpty()) {
      return new Candidates.Identified(numbered, reached);
    }
    return wanted.hasNames() ? named(wanted) : new Candidates.Nobody();
  }

  /** One more than is answered, to know whether there are more. */
  private Candidates named(WantedPerson wanted) {
    FindNamesakes.Namesake namesake =
        new FindNamesakes.Namesake(
            wanted.familyName(), wanted.givenName(), wanted.postalCode(), wanted.town().words());
    int most = config.mostCandidates() + 1;
    List<UUID> exact = findNamesakes.exactly(namesake, most);
    return exact.isEmpty()
        ? new Candidates.Similar(findNamesakes.nearly(namesake, most))
        : new Candidates.Named(exact);
  }
}
