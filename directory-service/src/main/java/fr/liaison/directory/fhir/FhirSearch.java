package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A checked search: for each parameter that was given, lists of which any value must hold, and all
 * lists. Prints nothing of what was searched.
 *
 * @param ignored how many parameters were not understood and had no effect
 * @param mark of the search, for its cursors
 * @param self the parameters understood, as the query of a link, without the cursor
 */
record FhirSearch(
    SearchType type,
    Map<String, List<List<String>>> values,
    Set<String> includes,
    int count,
    @Nullable Cursor cursor,
    int ignored,
    String self,
    int mark) {

  boolean has(String parameter) {
    return values.containsKey(parameter);
  }

  /** Nobody who is not active is found by a search. */
  boolean wantsInactive() {
    return of("active").stream().anyMatch(any -> !any.contains("true"));
  }

  List<List<String>> of(String parameter) {
    return values.getOrDefault(parameter, List.of());
  }

  List<List<Token>> tokens(String parameter) {
    return mapped(parameter, Token::of);
  }

  List<List<List<String>>> words(String parameter) {
    return mapped(parameter, SearchWords::of);
  }

  /** The ids that references to this type bear; others are nobody's. */
  List<List<String>> references(String parameter, String type, String base) {
    return mapped(
        parameter,
        value -> {
          String relative =
              value.startsWith(base + "/") ? value.substring(base.length() + 1) : value;
          return relative.startsWith(type + "/") ? relative.substring(type.length() + 1) : relative;
        });
  }

  private <T> List<List<T>> mapped(String parameter, Function<String, T> mapping) {
    List<List<T>> all = new ArrayList<>();
    of(parameter).forEach(any -> all.add(any.stream().map(mapping).toList()));
    return all;
  }

  /** Marks the search a cursor belongs to. */
  static int mark(SearchType type, String criteria) {
    return (type.resource() + "?" + criteria).hashCode();
  }

  /** Where a page of it ends. */
  Cursor endsAt(UUID last, int shown) {
    return new Cursor(mark, last, shown);
  }

  @Override
  public String toString() {
    return "FhirSearch[" + type.resource() + "]";
  }
}
