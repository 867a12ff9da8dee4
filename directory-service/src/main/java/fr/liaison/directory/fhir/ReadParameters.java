package fr.liaison.directory.fhir;

import fr.liaison.directory.search.SearchConfig;
import fr.liaison.kit.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one search as FHIR R4 section 3.1.1 says: a comma means any, repeating
 * means all. What is not understood is counted, or refused where the caller asked for strict
 * handling; unknown modifiers are always refused.
 */
final class ReadParameters {
  /** Control how the answer looks; {@code _total} is a wish that may stay unfulfilled. */
  private static final Set<String> PRESENTATION = Set.of("_format", "_pretty", "_total");

  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([,$|\\\\])");
  private static final int LONGEST = 200;
  private static final int MOST_VALUES = 20;
  private static final int MOST_REPEATED = 5;
  private static final int MOST_PARAMETERS = 20;

  private final SearchConfig config;
  private final SearchType type;
  private final boolean strict;
  private final Map<String, List<List<String>>> values = new LinkedHashMap<>();
  private final Set<String> includes = new HashSet<>();
  private final StringJoiner criteria = new StringJoiner("&");
  private int ignored;

  private ReadParameters(SearchConfig config, SearchType type, boolean strict) {
    this.config = config;
    this.type = type;
    this.strict = strict;
  }

  static FhirSearch of(
      SearchConfig config, SearchType type, Map<String, List<String>> given, boolean strict) {
    if (given.size() > MOST_PARAMETERS) {
      throw Problem.field("parameters", "give at most " + MOST_PARAMETERS);
    }
    return new ReadParameters(config, type, strict).read(given);
  }

  private FhirSearch read(Map<String, List<String>> given) {
    given.forEach(this::take);
    if (values.keySet().stream().allMatch("active"::equals)) {
      throw Problem.field("parameters", "give at least one of " + names());
    }
    int count = count(single(given, "_count"));
    String criteriaText = criteria.toString();
    String text = single(given, "_cursor");
    Cursor cursor =
        text == null
            ? null
            : Cursor.parse(text, FhirSearch.mark(type, criteriaText))
                .orElseThrow(ReadParameters::foreign);
    return new FhirSearch(
        type,
        values,
        includes,
        count,
        cursor,
        ignored,
        criteriaText + "&_count=" + count,
        FhirSearch.mark(type, criteriaText));
  }

  static Problem foreign() {
    return Problem.field("_cursor", "must be that of a next link of the same search");
  }

  private void take(String name, List<String> given) {
    if (given.size() > MOST_REPEATED) {
      throw Problem.field("parameters", "repeat none more than " + MOST_REPEATED + " times");
    }
    given.forEach(ReadParameters::check);
    switch (name) {
      case "_count", "_cursor" -> {
        // Read once all criteria are known.
      }
      case "_include" -> given.forEach(value -> include(type.includes(), name, value));
      case "_revinclude" -> given.forEach(value -> include(type.revIncludes(), name, value));
      default -> {
        Optional<SearchParameter> parameter = type.parameter(name);
        if (parameter.isPresent()) {
          given.stream()
              .filter(value -> !value.isBlank())
              .forEach(value -> criterion(parameter.get(), value));
        } else if (!PRESENTATION.contains(name)) {
          unknown(name);
        }
      }
    }
  }

  private static void check(String value) {
    if (value.length() > LONGEST) {
      throw Problem.field("parameters", "values must have at most " + LONGEST + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw Problem.field("parameters", "values must not hold control characters");
    }
  }

  private void include(List<String> offered, String name, String value) {
    if (offered.contains(value)) {
      if (includes.add(value)) {
        criteria.add(name + "=" + encoded(value));
      }
    } else {
      notUnderstood(name, offered.isEmpty() ? "is not offered here" : "must be of " + offered);
    }
  }

  private void criterion(SearchParameter parameter, String value) {
    String name = parameter.name();
    List<String> any = new ArrayList<>();
    for (String one : COMMA.split(value, MOST_VALUES + 1)) {
      String plain = ESCAPED.matcher(one).replaceAll("$1").strip();
      if (!plain.isEmpty()) {
        parameter.check(plain, config);
        any.add(plain);
      }
    }
    if (any.isEmpty() || any.size() > MOST_VALUES) {
      throw Problem.field(name, "must have from 1 to " + MOST_VALUES + " values");
    }
    values.computeIfAbsent(name, none -> new ArrayList<>()).add(any);
    criteria.add(name + "=" + encoded(value));
  }

  private List<String> names() {
    return type.parameters().stream().map(SearchParameter::name).toList();
  }

  /**
   * A modifier changes what a parameter means, so that to ignore it would answer something else.
   */
  private void unknown(String name) {
    int colon = name.indexOf(':');
    if (colon > 0 && isKnown(name.substring(0, colon))) {
      throw Problem.field("parameters", "no modifiers are supported");
    }
    notUnderstood(
        "parameters", "one is not supported; the CapabilityStatement lists those that are");
  }

  private boolean isKnown(String name) {
    return type.parameter(name).isPresent()
        || name.equals("_include")
        || name.equals("_revinclude");
  }

  private void notUnderstood(String field, String rule) {
    if (strict) {
      throw Problem.field(field, rule);
    }
    ignored++;
  }

  private static @Nullable String single(Map<String, List<String>> given, String name) {
    List<String> all = given.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw Problem.field(name, "give it once");
    }
    return all.isEmpty() || all.getFirst().isEmpty() ? null : all.getFirst();
  }

  /** A server may answer fewer than asked for. */
  private int count(@Nullable String text) {
    if (text == null) {
      return config.page();
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
      throw Problem.field("_count", "must be a positive number");
    }
    return Math.min(Integer.parseInt(text), config.largestPage());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
