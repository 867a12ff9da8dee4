package fr.liaison.directory.register;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a row on {@code |}: the format has no quoting and no escaping, so quotes are just text.
 */
final class Cells {
  private Cells() {}

  static List<String> split(String row) {
    List<String> cells = new ArrayList<>(60);
    int start = 0;
    for (int end = row.indexOf('|'); end >= 0; end = row.indexOf('|', start)) {
      cells.add(row.substring(start, end));
      start = end + 1;
    }
    cells.add(row.substring(start));
    return cells;
  }

  static int count(String row) {
    int cells = 1;
    for (int i = row.indexOf('|'); i >= 0; i = row.indexOf('|', i + 1)) {
      cells++;
    }
    return cells;
  }
}
