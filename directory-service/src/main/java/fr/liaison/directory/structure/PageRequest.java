package fr.liaison.directory.structure;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.directory.search.SearchConfig;
import fr.liaison.directory.search.index.PageCursor;
import fr.liaison.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of lists of structures, members and services; refuses what is none. */
final class PageRequest {
  private static final int ONE_BYTES = 2 * Long.BYTES;

  private PageRequest() {}

  static List<String> words(SearchConfig config, @Nullable String q) {
    if (q != null && q.length() > config.longestText()) {
      throw Problem.field("q", "must have at most " + config.longestText() + " characters");
    }
    List<String> words = q == null ? List.of() : SearchWords.of(q).stream().distinct().toList();
    if (words.isEmpty()) {
      throw Problem.field("q", "give at least a word of a name, a town or an identifier");
    }
    if (words.size() > config.mostWords()) {
      throw Problem.field("q", "give at most " + config.mostWords() + " words");
    }
    return words;
  }

  static int limit(SearchConfig config, @Nullable String limit) {
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

  /**
   * @param words of the search
   */
  static @Nullable PageCursor after(@Nullable String cursor, List<String> words) {
    return cursor == null
        ? null
        : PageCursor.parse(cursor, words.size()).orElseThrow(PageCursor::foreign);
  }

  static String next(UUID last) {
    return text(
        ByteBuffer.allocate(ONE_BYTES)
            .putLong(last.getMostSignificantBits())
            .putLong(last.getLeastSignificantBits())
            .array());
  }

  static @Nullable PractitionerId afterMember(@Nullable String cursor) {
    @Nullable UUID last = afterOne(cursor);
    return last == null ? null : new PractitionerId(last);
  }

  static @Nullable UUID afterOne(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    ByteBuffer bytes = bytes(cursor);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ByteBuffer bytes(String cursor) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException noText) {
      throw PageCursor.foreign();
    }
    if (bytes.length != ONE_BYTES) {
      throw PageCursor.foreign();
    }
    return ByteBuffer.wrap(bytes);
  }
}
