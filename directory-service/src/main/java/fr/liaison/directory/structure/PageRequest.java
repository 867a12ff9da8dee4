package fr.liaison.directory.structure;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.directory.search.SearchConfig;
import fr.liaison.directory.search.index.FindStructures;
import fr.liaison.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of lists of structures, members and services; refuses what is none. */
final class PageRequest {
  private static final int FOUND_BYTES = 1 + Float.BYTES + 2 * Long.BYTES;
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

  static String next(FindStructures.Place last) {
    return text(
        ByteBuffer.allocate(FOUND_BYTES)
            .put((byte) (last.near() ? 1 : 0))
            .putFloat(last.score())
            .putLong(last.key().getMostSignificantBits())
            .putLong(last.key().getLeastSignificantBits())
            .array());
  }

  static FindStructures.@Nullable After after(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    ByteBuffer bytes = bytes(cursor, FOUND_BYTES);
    byte near = bytes.get();
    float score = bytes.getFloat();
    if (near < 0 || near > 1 || !Float.isFinite(score) || score < 0) {
      throw foreign();
    }
    return new FindStructures.After(near == 1, score, new UUID(bytes.getLong(), bytes.getLong()));
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
    ByteBuffer bytes = bytes(cursor, ONE_BYTES);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ByteBuffer bytes(String cursor, int length) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException noText) {
      throw foreign();
    }
    if (bytes.length != length) {
      throw foreign();
    }
    return ByteBuffer.wrap(bytes);
  }

  static Problem foreign() {
    return Problem.field("cursor", "must be the next of a former page");
  }
}
