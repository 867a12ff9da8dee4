package fr.liaison.directory.search;

import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Department;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.search.index.FindPeople;
import fr.liaison.directory.search.index.FoundPeople;
import fr.liaison.directory.search.index.Hit;
import fr.liaison.directory.search.index.Wanted;
import fr.liaison.directory.search.place.Cell;
import fr.liaison.directory.search.place.Communes;
import fr.liaison.directory.search.place.Distance;
import fr.liaison.directory.search.place.Near;
import fr.liaison.directory.search.place.PlacesOfWork;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds active practitioners: who it is says the index, and what is shown of them the table. The
 * search is audited by its shape and size, never by its words.
 */
@ApplicationScoped
public class SearchPractitioners {
  /** Of somebody who works in more, what is around the others is not preferred. */
  private static final int MOST_PLACES = 3;

  private final AdmitReader admitReader;
  private final FindPeople findPeople;
  private final Practitioners practitioners;
  private final PlacesOfWork places;
  private final AuditTrail audit;

  SearchPractitioners(
      AdmitReader admitReader,
      FindPeople findPeople,
      Practitioners practitioners,
      PlacesOfWork places,
      AuditTrail audit) {
    this.admitReader = admitReader;
    this.findPeople = findPeople;
    this.practitioners = practitioners;
    this.places = places;
    this.audit = audit;
  }

  PractitionerPage search(Caller caller, SearchQuery query) {
    return admitReader.read(
        caller,
        (transaction, reader) -> {
          Wanted wanted =
              query.wanted(
                  ofReader(reader, SearchPractitioners::departments),
                  reader.map(one -> surroundings(transaction, one)).orElse(Set.of()),
                  ofReader(reader, SearchPractitioners::structures));
          PractitionerPage page = page(transaction, query, wanted);
          Wanted.Filters filters = query.filters();
          audit.record(
              transaction,
              Act.of("directory.search")
                  .by(caller)
                  .with(
                      "byProfession",
                      !query.profession().isEmpty()
                          || filters.professionCode() != null
                          || filters.savoirFaire() != null)
                  .with(
                      "byTown",
                      !query.town().isEmpty()
                          || filters.postalCode() != null
                          || filters.commune() != null
                          || filters.department() != null
                          || query.near() != null)
                  .with("found", page.items().size()));
          return page;
        });
  }

  private PractitionerPage page(Transaction transaction, SearchQuery query, Wanted wanted) {
    FoundPeople answer =
        findPeople.find(transaction, wanted, query.limit() + 1, query.after(), query.counts());
    List<Hit> found = answer.hits();
    List<Hit> shown = found.subList(0, Math.min(found.size(), query.limit()));
    List<Practitioner> cards =
        practitioners.inOrder(transaction, shown.stream().map(Hit::id).toList()).stream()
            .filter(card -> !card.hasDeparted())
            .toList();
    return new PractitionerPage(
        cards,
        found.size() > shown.size() ? answer.behind(shown.getLast()).text() : null,
        registerDate(transaction, cards),
        answer.professions(),
        distances(transaction, query.near(), cards));
  }

  private @Nullable List<Distance> distances(
      Transaction transaction, @Nullable Near near, List<Practitioner> cards) {
    if (near == null) {
      return null;
    }
    List<UUID> shown = cards.stream().map(Practitioner::id).toList();
    return near.to(shown, places.of(transaction, shown));
  }

  /** What is shown is of the register in force, whose day stands on each card. */
  private @Nullable LocalDate registerDate(Transaction transaction, List<Practitioner> shown) {
    return shown.isEmpty()
        ? practitioners.registerDate(transaction).orElse(null)
        : shown.getFirst().registerDate();
  }

  private static Stream<String> departments(Practitioner caller) {
    return caller.situations().stream()
        .flatMap(situation -> Department.of(situation.postalCode()).stream());
  }

  /** By postal code; those of CEDEX say too little, and the commune is asked for. */
  private Set<Cell> surroundings(Transaction transaction, Practitioner caller) {
    boolean told =
        caller.situations().stream()
            .map(Practitioner.Situation::postalCode)
            .allMatch(code -> code == null || Communes.isListed(code));
    Stream<Optional<Cell>> cells =
        told
            ? caller.situations().stream().map(one -> Cell.at(null, one.postalCode()))
            : places.of(transaction, List.of(caller.id())).stream()
                .map(one -> Cell.at(one.commune(), one.postalCode()));
    return cells
        .flatMap(Optional::stream)
        .distinct()
        .limit(MOST_PLACES)
        .flatMap(cell -> cell.surroundings().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> structures(Practitioner caller) {
    return caller.situations().stream()
        .map(Practitioner.Situation::structureId)
        .filter(Objects::nonNull);
  }

  private static Set<String> ofReader(
      Optional<Practitioner> reader, Function<Practitioner, Stream<String>> part) {
    return reader.stream().flatMap(part).collect(Collectors.toUnmodifiableSet());
  }
}
