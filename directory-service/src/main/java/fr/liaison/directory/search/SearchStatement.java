package fr.liaison.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one search. Every word becomes its own LIKE on {@code all_words}, because that is what
 * the trigram index serves; the narrower columns then only filter. Rank adds up, over all words,
 * where each was found: a whole word of the name (0), the beginning of one (1), a whole word
 * elsewhere (2), the beginning of one (3).
 */
final class SearchStatement {
  private static final int SHORTEST_MISTYPED = 4;

  private final List<@Nullable Object> arguments = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> ranks = new ArrayList<>();
  private final SearchQuery query;

  private SearchStatement(SearchQuery query) {
    this.query = query;
  }

  /** Words match where a word of the card begins with them. */
  static SearchStatement exact(SearchQuery query) {
    SearchStatement statement = new SearchStatement(query);
    query.anywhere().forEach(word -> statement.begins("all_words", word));
    return statement.narrow();
  }

  /** Longer words also match what is spelt nearly like them. */
  static SearchStatement tolerant(SearchQuery query) {
    SearchStatement statement = new SearchStatement(query);
    for (String word : query.anywhere()) {
      if (word.length() < SHORTEST_MISTYPED) {
        statement.begins("all_words", word);
      } else {
        String placeholder = statement.bind(word);
        statement.conditions.add("p.all_words %>> " + placeholder);
        statement.ranks.add("(" + placeholder + " <<<-> p.name_words)");
      }
    }
    return statement.narrow();
  }

  private SearchStatement narrow() {
    query.profession().forEach(word -> begins("profession_words", word));
    query.town().forEach(word -> begins("town_words", word));
    return this;
  }

  /** The page, plus one row that tells whether there is a next one. */
  String sql() {
    String rank = ranks.isEmpty() ? "0" : String.join(" + ", ranks);
    StringBuilder sql = new StringBuilder("with found as (select p.id, p.name_words, ");
    sql.append(rank).append(" as rank from practitioner p where p.status = 'active'");
    conditions.forEach(condition -> sql.append(" and ").append(condition));
    sql.append(") select f.id from found f");
    UUID after = query.after();
    if (after != null) {
      sql.append(" where (f.rank, f.name_words, f.id) > (select c.rank, c.name_words, c.id")
          .append(" from found c where c.id = ")
          .append(bind(after))
          .append(")");
    }
    return sql.append(" order by f.rank, f.name_words, f.id limit ")
        .append(bind(query.limit() + 1))
        .toString();
  }

  @Nullable Object[] arguments() {
    return arguments.toArray();
  }

  private void begins(String column, String word) {
    String beginning = bind("% " + word + "%");
    conditions.add("p.all_words like " + beginning);
    if (!column.equals("all_words")) {
      conditions.add("p." + column + " like " + beginning);
    }
    String whole = bind("% " + word + " %");
    ranks.add(
        ("(case when p.name_words like %1$s then 0 when p.name_words like %2$s then 1"
                + " when p.all_words like %1$s then 2 else 3 end)")
            .formatted(whole, beginning));
  }

  private String bind(Object value) {
    arguments.add(value);
    return "$" + arguments.size() + (value instanceof String ? "::text" : "");
  }
}
