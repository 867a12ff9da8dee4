package fr.liaison.directory.fhir;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended: the id of the last person or structure, how many of that person's resources
 * were shown, and a mark of the search it belongs to. Opaque to callers; names nobody.
 */
record Cursor(int search, UUID last, int shown) {
  private static final int BYTES = 2 * Integer.BYTES + 2 * Long.BYTES;
  private static final int MOST_SHOWN = 1 << 16;

  /** Empty for what {@link #text} did not write, or wrote for another search. */
  static Optional<Cursor> parse(String text, int search) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Cursor cursor =
        new Cursor(buffer.getInt(), new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt());
    return cursor.search == search && cursor.shown >= 0 && cursor.shown <= MOST_SHOWN
        ? Optional.of(cursor)
        : Optional.empty();
  }

  String text() {
    ByteBuffer buffer =
        ByteBuffer.allocate(BYTES)
            .putInt(search)
            .putLong(last.getMostSignificantBits())
            .putLong(last.getLeastSignificantBits())
            .putInt(shown);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }
}
