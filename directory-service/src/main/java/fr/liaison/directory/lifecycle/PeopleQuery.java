package fr.liaison.directory.lifecycle;

import fr.liaison.kit.problem.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which people are asked for: a state, the beginning of a family name or a whole national id, after
 * whom, and how many.
 */
record PeopleQuery(
    @Nullable LifecycleState state, @Nullable String q, @Nullable UUID after, int limit) {
  private static final int LONGEST = 100;
  private static final int MOST = 100;
  private static final int USUAL = 50;

  /** Throws {@code invalid-parameter} naming the first parameter that is wrong. */
  static PeopleQuery of(
      @Nullable String state, @Nullable String q, @Nullable String after, @Nullable String limit) {
    return new PeopleQuery(
        present(state)
            .map(
                text ->
                    LifecycleState.parse(text)
                        .orElseThrow(
                            () -> Problem.field("state", "must be one of the listed ones")))
            .orElse(null),
        present(q).map(PeopleQuery::beginning).orElse(null),
        present(after).map(PeopleQuery::id).orElse(null),
        present(limit).map(PeopleQuery::limit).orElse(USUAL));
  }

  /** What {@code q} is compared with. */
  enum Match {
    everybody,
    nationalId,
    familyName
  }

  /** No family name begins with a digit, and every national id does. */
  Match match() {
    if (q == null) {
      return Match.everybody;
    }
    return Character.isDigit(q.charAt(0)) ? Match.nationalId : Match.familyName;
  }

  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
  }

  /** The register writes family names in capitals. */
  private static String beginning(String text) {
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw Problem.field("q", "must have at most 100 characters");
    }
    return text.toUpperCase(Locale.FRENCH);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException foreign) {
      throw Problem.field("after", "must be the next of the page before");
    }
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException noNumber) {
      // Answered below.
    }
    throw Problem.field("limit", "must be a number from 1 to 100");
  }
}
