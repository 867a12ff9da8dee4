package fr.liaison.directory.search.index;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checked search: words as SearchWords makes them, that must all be found anywhere in the card,
 * in the professions, or in the towns and postal codes; and filters. People of the preferred
 * departments come slightly before others. Prints nothing of what is searched.
 */
public record Wanted(
    List<String> anywhere,
    List<String> profession,
    List<String> town,
    Filters filters,
    Set<String> preferredDepartments) {

  /** What every hit must have, where not null; a postal code may be its beginning. */
  public record Filters(
      @Nullable String professionCode,
      @Nullable String savoirFaire,
      @Nullable String postalCode,
      @Nullable String department,
      @Nullable String structure,
      boolean reachable) {

    /** Whether it says something of the people, and not only that they can be reached. */
    public boolean narrow() {
      return Stream.of(professionCode, savoirFaire, postalCode, department, structure)
          .anyMatch(Objects::nonNull);
    }

    @Override
    public String toString() {
      return "Filters[]";
    }
  }

  @Override
  public String toString() {
    return "Wanted[]";
  }
}
