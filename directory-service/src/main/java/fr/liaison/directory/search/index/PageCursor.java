package fr.liaison.directory.search.index;

import fr.liaison.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended, opaque to callers: the last hit's score and id, and how rare the words of the
 * search were when it began. Nothing that names anybody.
 */
public record PageCursor(boolean near, float score, UUID id, List<Rarity> words) {
  private static final int BYTES = 1 + Float.BYTES + 2 * Long.BYTES;

  static PageCursor behind(Hit hit, List<Rarity> words) {
    return new PageCursor(hit.near(), hit.score(), hit.id(), words);
  }

  /** Empty for what {@link #text} did not write, or wrote for a search of more or fewer words. */
  public static Optional<PageCursor> parse(String text, int words) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
    if (bytes.length != BYTES + words || bytes[0] < 0 || bytes[0] > 1) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    boolean near = buffer.get() == 1;
    float score = buffer.getFloat();
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    List<Rarity> rarities = new ArrayList<>();
    while (buffer.hasRemaining()) {
      Rarity.coded(buffer.get()).ifPresent(rarities::add);
    }
    return Float.isFinite(score) && score >= 0 && rarities.size() == words
        ? Optional.of(new PageCursor(near, score, id, List.copyOf(rarities)))
        : Optional.empty();
  }

  /** The answer to a cursor that is none, or belongs to another search. */
  public static Problem foreign() {
    return Problem.field("cursor", "must be the next of a former page");
  }

  public String text() {
    ByteBuffer buffer =
        ByteBuffer.allocate(BYTES + words.size())
            .put((byte) (near ? 1 : 0))
            .putFloat(score)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    words.forEach(word -> buffer.put(word.code()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }
}
