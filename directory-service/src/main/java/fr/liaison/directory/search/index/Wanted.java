package fr.liaison.directory.search.index;

import fr.liaison.directory.search.place.Cell;
import fr.liaison.directory.search.place.Near;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checked search: words as SearchWords makes them, that must all be found anywhere in the card,
 * in the professions, or in the towns and postal codes; and filters. People of the preferred
 * departments come slightly before others, of the preferred cells before those, and of the
 * preferred structures before either. Prints nothing of what is searched.
 */
public record Wanted(
    List<String> anywhere,
    List<String> profession,
    List<String> town,
    Filters filters,
    Set<String> preferredDepartments,
    Set<Cell> preferredCells,
    Set<String> preferredStructures,
    @Nullable Near near) {

  /** Anywhere, and preferring nobody for their cell or structure. */
  public Wanted(
      List<String> anywhere,
      List<String> profession,
      List<String> town,
      Filters filters,
      Set<String> preferredDepartments) {
    this(anywhere, profession, town, filters, preferredDepartments, Set.of(), Set.of(), null);
  }

  /**
   * What every hit must have, where not null; a postal code may be its beginning, a commune one
   * that has arrondissements.
   */
  public record Filters(
      @Nullable String professionCode,
      @Nullable String savoirFaire,
      @Nullable String postalCode,
      @Nullable String commune,
      @Nullable String department,
      @Nullable String structure,
      boolean reachable,
      boolean mailbox) {

    /** Whether it says something of the people, and not only how they can be reached. */
    public boolean narrow() {
      return Stream.of(professionCode, savoirFaire, postalCode, commune, department, structure)
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
