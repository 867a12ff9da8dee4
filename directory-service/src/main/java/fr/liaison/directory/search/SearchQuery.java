package fr.liaison.directory.search;

import fr.liaison.directory.practitioner.Department;
import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.directory.search.index.PageCursor;
import fr.liaison.directory.search.index.Wanted;
import fr.liaison.directory.search.place.Cell;
import fr.liaison.directory.search.place.Near;
import fr.liaison.kit.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checked search: words that must all be found anywhere in the card, in the professions, or in
 * the towns and their postal codes; filters; near what; and which page of it. Prints nothing of
 * what was searched.
 */
record SearchQuery(
    List<String> anywhere,
    List<String> profession,
    List<String> town,
    Wanted.Filters filters,
    @Nullable Near near,
    boolean counts,
    int limit,
    @Nullable PageCursor after) {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{2,5}");
  private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
  private static final Pattern INSEE_CODE = Pattern.compile("([0-9]{2}|2[AB])[0-9]{3}");
  private static final int USUAL_RADIUS = 20;
  private static final int LARGEST_RADIUS = 200;
  private static final Pattern STRUCTURE = Pattern.compile("[\\p{Graph}]{1,64}");

  static SearchQuery of(SearchConfig config, SearchRequest request) {
    List<String> anywhere = words(config, "q", request.q());
    SearchQuery query =
        new SearchQuery(
            anywhere,
            words(config, "profession", request.profession()),
            words(config, "town", request.town()),
            filters(request),
            near(request),
            flag("counts", request.counts()),
            limit(config, request.limit()),
            after(request.cursor(), anywhere.size()));
    int words = query.anywhere.size() + query.profession.size() + query.town.size();
    if (words == 0 && !query.filters.narrow() && query.near == null) {
      throw Problem.field("q", "give at least a word of a name, a profession or a town");
    }
    if (words > config.mostWords()) {
      throw Problem.field("q", "give at most " + config.mostWords() + " words");
    }
    return query;
  }

  /** What is searched by somebody who practises in these departments, cells and structures. */
  Wanted wanted(Set<String> departments, Set<Cell> cells, Set<String> structures) {
    return near == null
        ? new Wanted(anywhere, profession, town, filters, departments, cells, structures, null)
        : new Wanted(anywhere, profession, town, filters, Set.of(), Set.of(), structures, near);
  }

  private static Wanted.Filters filters(SearchRequest request) {
    return new Wanted.Filters(
        matching(CODE, "professionCode", request.professionCode()),
        matching(CODE, "savoirFaire", request.savoirFaire()),
        matching(POSTAL_CODE, "postalCode", request.postalCode()),
        inCommune(request),
        department(request.department()),
        matching(STRUCTURE, "structure", request.structure()),
        flag("reachable", request.reachable()),
        flag("mssante", request.mssante()));
  }

  /** Around near, else around the commune. */
  private static @Nullable Near near(SearchRequest request) {
    String code = matching(COMMUNE, "near", request.near());
    String radius = request.radius();
    if (code == null && radius == null) {
      return null;
    }
    int kilometres = radius == null ? USUAL_RADIUS : number("radius", radius, LARGEST_RADIUS);
    if (code != null) {
      return Near.of(code, kilometres)
          .orElseThrow(() -> Problem.field("near", "must be a postal or INSEE code of France"));
    }
    String commune = commune(request.commune());
    if (commune == null) {
      throw Problem.field("radius", "needs commune or near, which it is around");
    }
    return Near.ofCommune(commune, kilometres)
        .orElseThrow(() -> Problem.field("commune", "must be the INSEE code of a commune"));
  }

  /** Where it says what the radius is around, it is no filter. */
  private static @Nullable String inCommune(SearchRequest request) {
    String commune = commune(request.commune());
    return request.radius() == null || request.near() != null ? commune : null;
  }

  private static int number(String field, String text, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, like a number out of bounds.
    }
    throw Problem.field(field, "must be from 1 to " + most);
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

  private static @Nullable String matching(Pattern rule, String field, @Nullable String value) {
    if (value != null && !rule.matcher(value).matches()) {
      throw Problem.field(field, "must match " + rule.pattern());
    }
    return value;
  }

  private static @Nullable String commune(@Nullable String value) {
    if (value != null && !INSEE_CODE.matcher(value).matches()) {
      throw Problem.field("commune", "must be an INSEE code of five characters, such as 2A004");
    }
    return value;
  }

  private static @Nullable String department(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return Department.numbered(value)
        .orElseThrow(() -> Problem.field("department", "must be a number such as 62, 2A or 971"));
  }

  private static boolean flag(String field, @Nullable String value) {
    return switch (value) {
      case null -> false;
      case "false" -> false;
      case "true" -> true;
      default -> throw Problem.field(field, "must be true or false");
    };
  }

  private static int limit(SearchConfig config, @Nullable String limit) {
    if (limit == null) {
      return config.page();
    }
    return number("limit", limit, config.largestPage());
  }

  private static @Nullable PageCursor after(@Nullable String cursor, int words) {
    return cursor == null ? null : PageCursor.parse(cursor, words).orElseThrow(PageCursor::foreign);
  }

  @Override
  public String toString() {
    return "SearchQuery[limit=" + limit + "]";
  }
}
