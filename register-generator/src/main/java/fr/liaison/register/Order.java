package fr.liaison.register;

import fr.liaison.register.layout.Digits;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to generate. The files depend on nothing else, the folder aside.
 *
 * @param rows of the file of activities, without its header
 * @param date the day the files stand for, only in their names
 */
public record Order(long rows, long seed, Path folder, LocalDate date, boolean defects) {
  private static final long MOST_ROWS = 5_000_000;

  public Order {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("--rows: " + rows + " (expected: 1 to " + MOST_ROWS + ")");
    }
  }

  /** The generation stamp in the names of the files. */
  public String stamp() {
    return Digits.of(date.getYear(), 4)
        + Digits.of(date.getMonthValue(), 2)
        + Digits.of(date.getDayOfMonth(), 2)
        + "0730";
  }
}
