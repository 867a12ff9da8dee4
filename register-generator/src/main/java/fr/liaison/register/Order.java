package fr.liaison.register;

import fr.liaison.register.layout.Digits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to generate. The files depend on nothing else, the folder aside.
 *
 * @param rows of the file of activities, without its header
 * @param date the day the files stand for, only in their names
 * @param beside a file of activities whose people are listed too, before the others
 */
public record Order(
    long rows, long seed, Path folder, LocalDate date, boolean defects, @Nullable Path beside) {
  private static final long MOST_ROWS = 5_000_000;

  public Order {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("--rows: " + rows + " (expected: 1 to " + MOST_ROWS + ")");
    }
    if (beside != null && !Files.isReadable(beside)) {
      throw new IllegalArgumentException("--beside: " + beside + " (expected: a file)");
    }
  }

  public Order(long rows, long seed, Path folder, LocalDate date, boolean defects) {
    this(rows, seed, folder, date, defects, null);
  }

  /** The generation stamp in the names of the files. */
  public String stamp() {
    return Digits.of(date.getYear(), 4)
        + Digits.of(date.getMonthValue(), 2)
        + Digits.of(date.getDayOfMonth(), 2)
        + "0730";
  }
}
