package fr.liaison.directory.register.file;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where each known column stands in one file. Names are matched after NFC, trimming, lower-casing
 * and unifying apostrophes; a missing mandatory column or a repeated known one refuses the file,
 * unknown ones are ignored.
 */
public final class RegisterHeader<C extends Enum<C> & FileColumn> {
  private final List<String> names;
  private final boolean trailingSeparator;
  private final Map<C, Integer> positions;

  private RegisterHeader(List<String> names, boolean trailingSeparator, Map<C, Integer> positions) {
    this.names = names;
    this.trailingSeparator = trailingSeparator;
    this.positions = positions;
  }

  /** Takes the first line of a file; throws {@link RefusedFile} when mandatory columns lack. */
  public static <C extends Enum<C> & FileColumn> RegisterHeader<C> read(
      PhysicalLines lines, Class<C> type) {
    PhysicalLines.@Nullable Line line = lines.next();
    if (line == null || line.text().isBlank()) {
      throw new RefusedFile(RefusalReason.EMPTY_FILE, 1, "");
    }
    Cells cells = Cells.of(line.text());
    boolean trailing = cells.size() > 1 && cells.getLast().isBlank();
    List<String> names =
        (trailing ? cells.subList(0, cells.size() - 1) : cells)
            .stream().map(CellText::canonical).toList();
    Map<C, Integer> positions = new EnumMap<>(type);
    List<String> missing = new ArrayList<>();
    for (C column : type.getEnumConstants()) {
      int[] found = where(names, column);
      if (found.length > 1) {
        throw new RefusedFile(RefusalReason.REPEATED_COLUMN, 1, column.label());
      }
      if (found.length == 1) {
        positions.put(column, found[0]);
      } else if (column.mandatory()) {
        missing.add(column.label());
      }
    }
    if (!missing.isEmpty()) {
      throw new RefusedFile(RefusalReason.MISSING_COLUMN, 1, String.join(", ", missing));
    }
    return new RegisterHeader<>(names, trailing, positions);
  }

  private static int[] where(List<String> names, FileColumn column) {
    return IntStream.range(0, names.size())
        .filter(i -> column.names().contains(names.get(i)))
        .toArray();
  }

  /** The number of cells of a complete row, the empty one after a trailing separator included. */
  public int cellsInRow() {
    return trailingSeparator ? names.size() + 1 : names.size();
  }

  /** All columns in their order, in canonical form. */
  List<String> names() {
    return names;
  }

  /** Where a mandatory column stands, from 0. */
  public int position(C column) {
    return requireNonNull(positions.get(column));
  }

  /** The trimmed NFC value of a column, or the empty string where the file has no such column. */
  String value(Cells cells, C column) {
    @Nullable Integer position = positions.get(column);
    return position == null ? "" : cells.clean(position);
  }

  /** Why a row cannot be used whatever it states: a label too long, or one with controls. */
  @Nullable DefectReason unfit(Cells cells, Class<C> type) {
    for (C column : type.getEnumConstants()) {
      String value = value(cells, column);
      if (value.length() > column.longest()) {
        return DefectReason.CELL_TOO_LONG;
      }
      if (CellText.holdsControl(value)) {
        return DefectReason.CONTROL_CHARACTER;
      }
    }
    return null;
  }

  /** Where the columns stand, known or not, whose canonical name holds these words. */
  List<Integer> named(String words) {
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).contains(words))
        .boxed()
        .toList();
  }
}
