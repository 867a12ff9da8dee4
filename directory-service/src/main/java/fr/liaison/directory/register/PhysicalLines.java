package fr.liaison.directory.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream as strict UTF-8, ended by LF or CRLF, a byte order mark skipped. Holds one
 * buffer and one line, whatever the size of the file. A line too long is read to its end and
 * answered empty, marked as such.
 */
final class PhysicalLines {
  static final int LONGEST_LINE = 16 * 1024;

  private static final char REPLACEMENT = '\ufffd';

  private final InputStream input;
  private final long limit;
  private final byte[] buffer = new byte[64 * 1024];
  private final byte[] line = new byte[LONGEST_LINE];
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private int position;
  private int filled;
  private long bytes;
  private long number;

  PhysicalLines(InputStream input, long limit) {
    this.input = input;
    this.limit = limit;
  }

  /** A line without its end. */
  record Line(long number, String text, boolean tooLong) {}

  /** The next line, or null at the end; throws {@link RefusedFile} on bytes that are not UTF-8. */
  @Nullable Line next() {
    int length = 0;
    boolean tooLong = false;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int kept = Math.min(end - position, line.length - length);
      System.arraycopy(buffer, position, line, length, kept);
      length += kept;
      tooLong |= kept < end - position;
      position = end + 1;
      if (end < filled) {
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return new Line(number, tooLong ? "" : text(length), tooLong);
  }

  private String text(int length) {
    int start = number == 1 && startsWithMark(length) ? 3 : 0;
    int end = length > start && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, start, end - start, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly(start, end);
  }

  /** The quick way writes a replacement for whatever is not UTF-8, and also where one was sent. */
  private String strictly(int start, int end) {
    try {
      return decoder.decode(ByteBuffer.wrap(line, start, end - start)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new RefusedFile(RefusalReason.BAD_ENCODING, number, "");
    }
  }

  private boolean startsWithMark(int length) {
    return length >= 3
        && (line[0] & 0xff) == 0xef
        && (line[1] & 0xff) == 0xbb
        && (line[2] & 0xff) == 0xbf;
  }

  private boolean fill() {
    if (position < filled) {
      return true;
    }
    filled = Math.max(readBuffer(), 0);
    position = 0;
    bytes += filled;
    if (bytes > limit) {
      throw new RefusedFile(RefusalReason.TOO_LARGE, number, "");
    }
    return filled > 0;
  }

  /** A stream that breaks is a download that was cut. */
  private int readBuffer() {
    try {
      return input.read(buffer);
    } catch (IOException cut) {
      throw new RefusedFile(RefusalReason.TRUNCATED, number, "the stream broke");
    }
  }
}
