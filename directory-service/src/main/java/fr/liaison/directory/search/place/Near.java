package fr.liaison.directory.search.place;

import fr.liaison.directory.practitioner.Practitioner;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is so many kilometres or less from a commune. Prints neither. */
public record Near(Position centre, int kilometres) {
  /** Empty for a code of no French department. */
  public static Optional<Near> of(String postalOrInseeCode, int kilometres) {
    return Communes.known()
        .named(postalOrInseeCode)
        .map(place -> new Near(place.position(), kilometres));
  }

  /** Empty for a text that is no postal code of a French department. */
  public static Optional<Near> ofPostalCode(String postalCode, int kilometres) {
    return Communes.known().at(postalCode).map(place -> new Near(place.position(), kilometres));
  }

  /**
   * How far a postal code is; empty for one that is farther than this reaches, or of no department.
   */
  public OptionalDouble kilometresTo(String postalCode) {
    return Communes.known()
        .at(postalCode)
        .map(place -> centre.kilometresTo(place.position()))
        .filter(distance -> distance <= kilometres)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  /** The same commune, closer by. */
  public Near within(double share) {
    return new Near(centre, (int) (kilometres * share));
  }

  /** Postal codes of listed communes in it. */
  public Set<String> postalCodes() {
    return inside(Communes.known().byPostalCode());
  }

  /** Departments whose unlisted communes count as in it. */
  public Set<String> departments() {
    return inside(Communes.known().byDepartment());
  }

  /** All postal codes of listed communes of departments. */
  public static Set<String> listed(Set<String> departments) {
    Communes communes = Communes.known();
    return communes.byPostalCode().keySet().stream()
        .filter(code -> departments.contains(String.valueOf(communes.departmentOf(code))))
        .collect(Collectors.toSet());
  }

  /** How far the nearest place of a person is; empty when none is known to be in France. */
  public Optional<Distance> to(Practitioner person) {
    return person.situations().stream()
        .flatMap(situation -> Communes.known().at(situation.postalCode()).stream())
        .min(Comparator.comparingDouble(place -> centre.kilometresTo(place.position())))
        .map(
            place ->
                new Distance(
                    person.id(),
                    Math.toIntExact(Math.round(centre.kilometresTo(place.position()))),
                    place.approximate()));
  }

  private Set<String> inside(Map<String, Position> positions) {
    return positions.entrySet().stream()
        .filter(entry -> centre.kilometresTo(entry.getValue()) <= kilometres)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return "Near[]";
  }
}
