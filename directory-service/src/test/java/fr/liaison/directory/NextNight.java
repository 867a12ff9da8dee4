package fr.liaison.directory;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a night after the generated one, made once beside it: of a thousand rows one says
 * another postal code, and of two thousand one is gone.
 */
record NextNight(Path file) {
  private static final int EVERY = 1000;

  /** Where the generator writes it. */
  private static final int POSTAL_CODE = 35;

  static NextNight of(Path register, int night) {
    Path file = register.resolveSibling("night-" + night + ".txt");
    if (Files.notExists(file)) {
      write(register, file, night);
    }
    return new NextNight(file);
  }

  private static void write(Path register, Path file, int night) {
    try (BufferedReader rows = Files.newBufferedReader(register);
        BufferedWriter changed = Files.newBufferedWriter(file)) {
      long number = 0;
      for (String row = rows.readLine(); row != null; row = rows.readLine(), number++) {
        long place = (number + 7L * night) % (2 * EVERY);
        if (number == 0 || place > 1) {
          changed.append(row).append('\n');
        } else if (place == 1) {
          String[] cells = row.split("\\|", -1);
          cells[POSTAL_CODE] = "44" + night + "00";
          changed.append(String.join("|", cells)).append('\n');
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
