package fr.liaison.directory.search;

import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.kit.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checked search: words that must all be found at the start of a word, anywhere in the card, in
 * the profession, or in the town and its postal code. {@code after} is the last practitioner of the
 * page before. Prints nothing of what was searched.
 */
record SearchQuery(
    List<String> anywhere,
    List<String> profession,
    List<String> town,
    int limit,
    @Nullable UUID after) {

  static SearchQuery of(
      SearchConfig config,
      @Nullable String q,
      @Nullable String profession,
      @Nullable String town,
      @Nullable String limit,
      @Nullable String cursor) {
    SearchQuery query =
        new SearchQuery(
            words(config, "q", q),
            words(config, "profession", profession),
            words(config, "town", town),
            limit(config, limit),
            after(cursor));
    int words = query.anywhere.size() + query.profession.size() + query.town.size();
    if (words == 0) {
      throw Problem.field("q", "give at least a word of a name, a profession or a town");
    }
    if (words > config.mostWords()) {
      throw Problem.field("q", "give at most " + config.mostWords() + " words");
    }
    return query;
  }

  private static List<String> words(SearchConfig config, String field, @Nullable String text) {
    if (text == null) {
      return List.of();
    }
    if (text.length() > config.longestText()) {
      throw Problem.field(field, "must have at most " + config.longestText() + " characters");
    }
    return SearchWords.of(text).stream().distinct().toList();
  }

  private static int limit(SearchConfig config, @Nullable String limit) {
    if (limit == null) {
      return config.page();
    }
    try {
      int wanted = Integer.parseInt(limit);
      if (wanted >= 1 && wanted <= config.largestPage()) {
        return wanted;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, like a number out of bounds.
    }
    throw Problem.field("limit", "must be from 1 to " + config.largestPage());
  }

  private static @Nullable UUID after(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException foreign) {
      throw Problem.field("cursor", "must be the next of a former page");
    }
  }

  @Override
  public String toString() {
    return "SearchQuery[limit=" + limit + "]";
  }
}
