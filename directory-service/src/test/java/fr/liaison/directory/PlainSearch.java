package fr.liaison.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The same labelled searches asked of PostgreSQL alone, one after the other. */
final class PlainSearch {
  private static final int ASKED = 60;

  private PlainSearch() {}

  static String ilike(Connection connection, Path folder) throws IOException, SQLException {
    return "ILIKE      " + run(connection, folder, "words ilike '%' || ? || '%'", false);
  }

  static String fullText(Connection connection, Path folder) throws IOException, SQLException {
    return "full text  "
        + run(
            connection,
            folder,
            "to_tsvector('simple', words) @@ plainto_tsquery('simple', ?)",
            true);
  }

  private static String run(Connection connection, Path folder, String condition, boolean whole)
      throws IOException, SQLException {
    List<String[]> asked = Searches.lines(folder, "queries.tsv").limit(ASKED).toList();
    long[] took = new long[asked.size()];
    int found = 0;
    for (int i = 0; i < took.length; i++) {
      String query = asked.get(i)[0].toLowerCase(Locale.ROOT);
      List<String> words = whole ? List.of(query) : List.of(query.split(" +"));
      Set<String> right = Set.copyOf(Arrays.asList(asked.get(i)[1].split("[ ,;]+")));
      long start = System.nanoTime();
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select national_id from bench_person where "
                  + words.stream().map(word -> condition).collect(Collectors.joining(" and "))
                  + " limit 5")) {
        for (int word = 0; word < words.size(); word++) {
          statement.setString(word + 1, words.get(word));
        }
        boolean hit = false;
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            hit |= right.contains(result.getString(1));
          }
        }
        found += hit ? 1 : 0;
      }
      took[i] = System.nanoTime() - start;
    }
    Arrays.sort(took);
    return "one at a time: p50 %.1f  p95 %.1f ms  recall at 5 %.3f of %d"
        .formatted(
            took[took.length / 2] / 1e6,
            took[(int) (took.length * 0.95)] / 1e6,
            (double) found / took.length,
            took.length);
  }
}
