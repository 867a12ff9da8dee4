package fr.liaison.directory.register;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where each known column stands in one file. Names are matched after NFC, trimming, lower-casing
 * and unifying apostrophes; a missing mandatory column or a repeated known one refuses the file,
 * unknown ones are ignored.
 */
final class RegisterHeader {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
  private static final char NO_BREAK_SPACE = 0xa0;
  private static final char FIRST_COMBINING = 0x300;

  private final int width;
  private final boolean trailingSeparator;
  private final Map<Column, Integer> positions;

  private RegisterHeader(int width, boolean trailingSeparator, Map<Column, Integer> positions) {
    this.width = width;
    this.trailingSeparator = trailingSeparator;
    this.positions = positions;
  }

  /**
   * Reads the first line of a file; throws {@link RefusedFile} when mandatory columns are absent.
   */
  static RegisterHeader parse(String line) {
    List<String> cells = Cells.split(line);
    boolean trailing = cells.size() > 1 && cells.getLast().isBlank();
    List<String> names =
        (trailing ? cells.subList(0, cells.size() - 1) : cells)
            .stream().map(RegisterHeader::canonical).toList();
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    List<String> missing = new ArrayList<>();
    for (Column column : Column.values()) {
      int[] found =
          IntStream.range(0, names.size())
              .filter(i -> column.names().contains(names.get(i)))
              .toArray();
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
    return new RegisterHeader(names.size(), trailing, positions);
  }

  /** The number of cells of a complete row, the empty one after a trailing separator included. */
  int cellsInRow() {
    return trailingSeparator ? width + 1 : width;
  }

  /** The trimmed NFC value of a column, or the empty string where the file has no such column. */
  String value(List<String> cells, Column column) {
    @Nullable Integer position = positions.get(column);
    return position == null ? "" : clean(cells.get(position));
  }

  private static String clean(String cell) {
    return isClean(cell)
        ? cell
        : BLANKS.matcher(Normalizer.normalize(cell, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** Nearly all cells are: no blank too many, and Latin letters that are NFC as they stand. */
  private static boolean isClean(String cell) {
    char before = ' ';
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < ' ' || c == NO_BREAK_SPACE || c >= FIRST_COMBINING || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return cell.isEmpty() || before != ' ';
  }

  static String canonical(String name) {
    String unified = Normalizer.normalize(name, Normalizer.Form.NFC).replace('’', '\'');
    return BLANKS.matcher(unified).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
