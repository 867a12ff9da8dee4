package fr.liaison.register.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A shipped table: cells between tabs, lines that begin with {@code #} left out. */
public final class Table {
  private Table() {}

  /** The rows of a table of this module; throws when it is not there. */
  public static List<List<String>> read(String name) {
    try (InputStream stream =
            Objects.requireNonNull(
                Table.class.getResourceAsStream("/fr/liaison/register/" + name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The first cells of the rows. */
  public static List<String> column(String name) {
    return read(name).stream().map(List::getFirst).toList();
  }
}
