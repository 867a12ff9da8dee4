package fr.liaison.directory.search;

import fr.liaison.directory.search.index.Hit;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended, opaque to callers: the last hit's score and id, nothing that names anybody.
 */
record PageCursor(boolean near, float score, UUID id) {
  private static final int BYTES = 1 + Float.BYTES + 2 * Long.BYTES;

  static PageCursor behind(Hit hit) {
    return new PageCursor(hit.near(), hit.score(), hit.id());
  }

  /** Empty for what {@link #text} did not write. */
  static Optional<PageCursor> parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
    if (bytes.length != BYTES || bytes[0] < 0 || bytes[0] > 1) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    boolean near = buffer.get() == 1;
    float score = buffer.getFloat();
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    return Float.isFinite(score) && score >= 0
        ? Optional.of(new PageCursor(near, score, id))
        : Optional.empty();
  }

  String text() {
    ByteBuffer buffer =
        ByteBuffer.allocate(BYTES)
            .put((byte) (near ? 1 : 0))
            .putFloat(score)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }
}
