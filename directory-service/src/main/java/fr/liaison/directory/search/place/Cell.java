package fr.liaison.directory.search.place;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A square of the map, a fifth of a degree high and wide: 22 km by some 15 in France. People of one
 * cell and of those around it are near each other, which costs less to find out than distances.
 */
public record Cell(int row, int column) {
  private static final int TO_A_DEGREE = 5;
  private static final int COLUMNS = 360 * TO_A_DEGREE;

  static Cell of(Position position) {
    return new Cell(
        (int) Math.floor(position.latitude() * TO_A_DEGREE),
        Math.floorMod((int) Math.floor(position.longitude() * TO_A_DEGREE), COLUMNS));
  }

  /** Where a commune is, or the largest of a postal code; empty for a place outside of France. */
  public static Optional<Cell> at(@Nullable String commune, @Nullable String postalCode) {
    return Communes.position(commune, postalCode).map(Cell::of);
  }

  /** This one and the eight around it. */
  public Set<Cell> surroundings() {
    return IntStream.range(0, 9)
        .mapToObj(i -> new Cell(row - 1 + i / 3, Math.floorMod(column - 1 + i % 3, COLUMNS)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As the index names it. */
  public String text() {
    return row + "/" + column;
  }

  /** Says nothing of where somebody works. */
  @Override
  public String toString() {
    return "Cell[]";
  }
}
