package fr.liaison.attachment.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Bytes received and not yet durable, at a known position of the attachment. Grows with what comes,
 * up to its limit, so that a small or cut request costs little.
 */
final class SliceBuffer {
  private static final int FIRST = 64 * 1024;

  private final long start;
  private final int carried;
  private final int limit;
  private byte[] content;
  private int length;

  /** Starts with bytes that are already durable and are to be written anew with what follows. */
  SliceBuffer(long start, byte[] carried, int limit) {
    this.start = start;
    this.carried = carried.length;
    this.length = carried.length;
    this.limit = limit;
    this.content = Arrays.copyOf(carried, Math.max(Math.min(FIRST, limit), carried.length));
  }

  /** Reads until full or the source ends or breaks; answers how it stopped. */
  Stop fill(InputStream source, BooleanSupplier stillOurs) {
    try {
      while (length < limit) {
        makeRoom();
        int read = source.read(content, length, content.length - length);
        if (read < 0) {
          return Stop.END;
        }
        length += read;
        if (!stillOurs.getAsBoolean()) {
          return Stop.LOST;
        }
      }
      return Stop.FULL;
    } catch (IOException cut) {
      return Stop.CUT;
    }
  }

  private void makeRoom() {
    if (length == content.length) {
      content = Arrays.copyOf(content, (int) Math.min(limit, content.length * 2L));
    }
  }

  long start() {
    return start;
  }

  long end() {
    return start + length;
  }

  int length() {
    return length;
  }

  boolean hasNews() {
    return length > carried;
  }

  byte[] content() {
    return content;
  }

  /** Why filling stopped. */
  enum Stop {
    FULL,
    END,
    CUT,
    LOST
  }
}
