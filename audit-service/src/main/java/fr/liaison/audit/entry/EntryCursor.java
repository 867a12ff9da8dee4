package fr.liaison.audit.entry;

import fr.liaison.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Base64;

/** The place of the last entry of a page: its time to the microsecond, then its index. */
record EntryCursor(OffsetDateTime time, long index) {

  private static final int BYTES = 2 * Long.BYTES;
  private static final long MICROS = 1_000_000;

  static EntryCursor parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == BYTES) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long micros = buffer.getLong();
        if (micros >= 0 && micros < Integer.MAX_VALUE * 4L * MICROS) {
          return new EntryCursor(time(micros), buffer.getLong());
        }
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, like every other text that is no cursor.
    }
    throw Problem.field("cursor", "must be the next of an earlier page");
  }

  private static OffsetDateTime time(long micros) {
    return java.time.Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000)
        .atOffset(ZoneOffset.UTC);
  }

  @Override
  public String toString() {
    long micros = time.toEpochSecond() * MICROS + time.get(ChronoField.MICRO_OF_SECOND);
    byte[] bytes = ByteBuffer.allocate(BYTES).putLong(micros).putLong(index).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
