package fr.liaison.directory.delegation;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.search.place.Distance;
import fr.liaison.directory.search.place.Near;
import fr.liaison.directory.search.place.PlacesOfWork;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposes locums from the register around the person's first place. Where that is not known to be
 * in France, the list is of all of it; where nobody is near, it is empty, and one searches.
 */
@ApplicationScoped
public class FindCandidates {
  private static final int USUAL_RADIUS = 50;
  private static final int LARGEST_RADIUS = 200;

  private final RequireAuthority requireAuthority;
  private final Locums locums;
  private final Practitioners practitioners;
  private final PlacesOfWork placesOfWork;
  private final DelegationConfig config;
  private final Database database;
  private final AuditTrail audit;

  FindCandidates(
      RequireAuthority requireAuthority,
      Locums locums,
      Practitioners practitioners,
      PlacesOfWork placesOfWork,
      DelegationConfig config,
      Database database,
      AuditTrail audit) {
    this.requireAuthority = requireAuthority;
    this.locums = locums;
    this.practitioners = practitioners;
    this.placesOfWork = placesOfWork;
    this.config = config;
    this.database = database;
    this.audit = audit;
  }

  Candidates find(
      Caller caller, @Nullable String radius, @Nullable UUID replaced, @Nullable String structure) {
    int kilometres = kilometres(radius);
    return database.inTransaction(
        transaction -> {
          Authority authority = requireAuthority.over(transaction, caller, replaced, structure);
          Candidates found = find(transaction, authority.replaced(), kilometres);
          audit.record(
              transaction,
              Act.of("delegation.candidates")
                  .by(caller)
                  .on("practitioner", authority.replaced().id())
                  .with("count", found.items().size()));
          return found;
        });
  }

  private Candidates find(Transaction transaction, Practitioner person, int kilometres) {
    Optional<Near> near =
        placesOfWork.of(transaction, List.of(person.id())).stream()
            .flatMap(place -> Near.ofPlace(place, kilometres).stream())
            .findFirst();
    List<String> places = locums.places(transaction, person);
    List<Practitioner> found =
        practitioners.inOrder(
            transaction,
            locums.in(
                transaction,
                person,
                near.map(area -> nearest(area, places)).orElse(places),
                config.candidates()));
    List<Distance> distances =
        near.map(area -> distances(transaction, area, found)).orElse(List.of());
    return new Candidates(found, distances);
  }

  private List<Distance> distances(Transaction transaction, Near area, List<Practitioner> found) {
    List<UUID> people = found.stream().map(Practitioner::id).toList();
    return area.to(people, placesOfWork.of(transaction, people));
  }

  private static List<String> nearest(Near area, List<String> places) {
    record At(String place, double kilometres) {}
    return places.stream()
        .flatMap(place -> area.kilometresTo(place).stream().mapToObj(km -> new At(place, km)))
        .sorted(Comparator.comparingDouble(At::kilometres).thenComparing(At::place))
        .map(At::place)
        .toList();
  }

  private static int kilometres(@Nullable String radius) {
    if (radius == null) {
      return USUAL_RADIUS;
    }
    try {
      int number = Integer.parseInt(radius);
      if (number >= 1 && number <= LARGEST_RADIUS) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, like a number out of bounds.
    }
    throw Problem.field("radius", "must be from 1 to " + LARGEST_RADIUS);
  }
}
