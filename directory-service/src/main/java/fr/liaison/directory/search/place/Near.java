package fr.liaison.directory.search.place;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that is so many kilometres or less from a commune. Prints neither. */
public record Near(Position centre, int kilometres) {
  /** A code that is both is taken for the postal code. Empty for a code of no French department. */
  public static Optional<Near> of(String postalOrInseeCode, int kilometres) {
    return around(Communes.known().named(postalOrInseeCode), kilometres);
  }

  /** Empty for a text that is the INSEE code of no commune, in force or not. */
  public static Optional<Near> ofCommune(String inseeCode, int kilometres) {
    return around(Communes.known().commune(inseeCode), kilometres);
  }

  /** Empty for a place that is not known to be in France. */
  public static Optional<Near> ofPlace(PlaceOfWork place, int kilometres) {
    return around(Communes.known().of(place.commune(), place.postalCode()), kilometres);
  }

  private static Optional<Near> around(Optional<Place> place, int kilometres) {
    return place.map(there -> new Near(there.position(), kilometres));
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

  /**
   * How far the nearest place of each of these people is, in their order; without those of whom
   * none is known to be in France.
   */
  public List<Distance> to(List<UUID> people, List<PlaceOfWork> places) {
    var byPerson = places.stream().collect(Collectors.groupingBy(PlaceOfWork::person));
    return people.stream()
        .map(byPerson::get)
        .filter(Objects::nonNull)
        .flatMap(its -> nearest(its).stream())
        .toList();
  }

  private Optional<Distance> nearest(List<PlaceOfWork> places) {
    return places.stream()
        .flatMap(place -> Communes.known().of(place.commune(), place.postalCode()).stream())
        .min(Comparator.comparingDouble(place -> centre.kilometresTo(place.position())))
        .map(
            place ->
                new Distance(
                    places.getFirst().person(),
                    Math.toIntExact(Math.round(centre.kilometresTo(place.position()))),
                    place.approximate()));
  }

  @Override
  public String toString() {
    return "Near[]";
  }
}
