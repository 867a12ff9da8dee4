package fr.liaison.directory.register.file;

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
public final class PhysicalLines {
  public static final int LONGEST_LINE = 16 * 1024;

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
  private int start;
  private int end;
  private boolean tooLong;

  public PhysicalLines(InputStream input, long limit) {
    this.input = input;
    this.limit = limit;
  }

  /** A line without its end. */
  record Line(long number, String text, boolean tooLong) {}

  /** The next line, or null at the end; throws {@link RefusedFile} on bytes that are not UTF-8. */
  @Nullable Line next() {
    return advance() ? line() : null;
  }

  /** Moves to the next line without looking at its text; false at the end. */
  boolean advance() {
    int length = 0;
    boolean any = false;
    tooLong = false;
    while (fill()) {
      any = true;
      int stop = position;
      while (stop < filled && buffer[stop] != '\n') {
        stop++;
      }
      int kept = Math.min(stop - position, line.length - length);
      System.arraycopy(buffer, position, line, length, kept);
      length += kept;
      tooLong |= kept < stop - position;
      position = stop + 1;
      if (stop < filled) {
        break;
      }
    }
    if (!any) {
      return false;
    }
    number++;
    start = number == 1 && startsWithMark(length) ? 3 : 0;
    end = length > start && line[length - 1] == '\r' ? length - 1 : length;
    return true;
  }

  /** The line moved to; throws {@link RefusedFile} on bytes that are not UTF-8. */
  Line line() {
    return new Line(number, tooLong ? "" : text(), tooLong);
  }

  /** The bytes of the line moved to, from {@link #start} to {@link #end}, until the next move. */
  public byte[] bytes() {
    return line;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public boolean tooLong() {
    return tooLong;
  }

  public long number() {
    return number;
  }

  private String text() {
    String text = new String(line, start, end - start, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly();
  }

  /** The quick way writes a replacement for whatever is not UTF-8, and also where one was sent. */
  private String strictly() {
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
