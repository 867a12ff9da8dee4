package fr.liaison.directory.register.file;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row, split on {@code |}: the format has no quoting and no escaping, so quotes are
 * just text. A cell is cut out when it is asked for, as most never are. Not thread safe.
 */
final class Cells extends AbstractList<String> implements RandomAccess {
  private final String row;
  private final int[] ends;
  private final @Nullable String[] clean;

  private Cells(String row, int[] ends) {
    this.row = row;
    this.ends = ends;
    this.clean = new String[ends.length];
  }

  static Cells of(String row) {
    int[] ends = new int[64];
    int count = 0;
    for (int end = row.indexOf('|'); end >= 0; end = row.indexOf('|', end + 1)) {
      if (count + 1 == ends.length) {
        ends = Arrays.copyOf(ends, 2 * ends.length);
      }
      ends[count++] = end;
    }
    ends[count++] = row.length();
    return new Cells(row, Arrays.copyOf(ends, count));
  }

  /** The leading cells alone. */
  Cells first(int count) {
    return count == ends.length ? this : new Cells(row, Arrays.copyOf(ends, count));
  }

  @Override
  public String get(int cell) {
    return row.substring(cell == 0 ? 0 : ends[cell - 1] + 1, ends[cell]);
  }

  /** The cell as {@link CellText#clean} writes it. */
  String clean(int cell) {
    @Nullable String known = clean[cell];
    if (known == null) {
      known = CellText.clean(get(cell));
      clean[cell] = known;
    }
    return known;
  }

  @Override
  public int size() {
    return ends.length;
  }

  /** All of them as the file has them, separators included. */
  String text() {
    return row.substring(0, ends[ends.length - 1]);
  }
}
