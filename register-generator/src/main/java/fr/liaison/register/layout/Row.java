package fr.liaison.register.layout;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One row under construction; cells not set are empty. Nothing is quoted or escaped. */
public final class Row<C extends Enum<C> & Column> {
  private final Map<C, String> cells;

  private Row(Map<C, String> cells) {
    this.cells = cells;
  }

  public static <C extends Enum<C> & Column> Row<C> of(Class<C> columns) {
    Map<C, String> cells = new EnumMap<>(columns);
    EnumSet.allOf(columns).forEach(column -> cells.put(column, ""));
    return new Row<>(cells);
  }

  /** The first line of a file with these columns. */
  public static <C extends Enum<C> & Column> String header(Class<C> columns) {
    return EnumSet.allOf(columns).stream().map(Column::title).collect(Collectors.joining("|"));
  }

  public Row<C> with(C column, String value) {
    cells.put(column, value);
    return this;
  }

  public String cell(C column) {
    return Objects.requireNonNull(cells.get(column));
  }

  public String line() {
    return String.join("|", cells.values());
  }
}
