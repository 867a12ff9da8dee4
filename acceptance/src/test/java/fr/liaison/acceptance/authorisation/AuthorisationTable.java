package fr.liaison.acceptance.authorisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads {@code authorisation.txt}, whose first lines explain it. */
public final class AuthorisationTable {
  private static final String FILE = "/authorisation.txt";
  private static final int BEFORE_THE_CALLERS = 3;

  private AuthorisationTable() {}

  public static List<Line> lines() {
    List<String[]> rows =
        text()
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" +"))
            .toList();
    List<CallerKind> callers =
        Arrays.stream(rows.getFirst()).skip(BEFORE_THE_CALLERS).map(CallerKind::of).toList();
    return rows.stream().skip(1).map(cells -> line(cells, callers)).toList();
  }

  private static Line line(String[] cells, List<CallerKind> callers) {
    if (cells.length != BEFORE_THE_CALLERS + callers.size()) {
      throw new IllegalArgumentException("too many or too few cells: " + Arrays.toString(cells));
    }
    Map<CallerKind, Verdict> verdicts = new EnumMap<>(CallerKind.class);
    for (int at = 0; at < callers.size(); at++) {
      verdicts.put(callers.get(at), Verdict.valueOf(upper(cells[BEFORE_THE_CALLERS + at])));
    }
    boolean done = cells[2].endsWith("!");
    Line.Sent sent = Line.Sent.valueOf(upper(cells[2].replace("!", "")));
    return new Line(cells[0], cells[1], sent, done, verdicts);
  }

  private static String upper(String cell) {
    return cell.toUpperCase(Locale.ROOT);
  }

  private static String text() {
    try (InputStream file =
        Objects.requireNonNull(AuthorisationTable.class.getResourceAsStream(FILE))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
