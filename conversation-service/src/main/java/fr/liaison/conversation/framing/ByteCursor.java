package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks over bytes with the presentation rules of RFC 9420 section 2.1. The first fault sticks:
 * from then on every read answers zero or empty and nothing advances, so callers need no exception
 * and check {@link #intact()} only in loops. Never copies a run before knowing that it is there.
 */
final class ByteCursor {
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private final byte[] input;
  private int position;
  private int limit;
  private Framing.@Nullable Malformed fault;

  ByteCursor(byte[] input) {
    this.input = input;
    this.limit = input.length;
  }

  boolean intact() {
    return fault == null;
  }

  Framing.@Nullable Malformed fault() {
    return fault;
  }

  int position() {
    return position;
  }

  /** Records a fault at an offset unless an earlier one stands. */
  void fail(int offset, Fault reason) {
    if (fault == null) {
      fault = new Framing.Malformed(offset, reason);
    }
  }

  int uint8() {
    return (int) number(1);
  }

  int uint16() {
    return (int) number(2);
  }

  long uint32() {
    return number(4);
  }

  /** A uint64 below 2^63; anything above is a fault. */
  long uint63() {
    int start = position;
    long value = number(8);
    if (value < 0) {
      fail(start, Fault.NUMBER_TOO_LARGE);
      return 0;
    }
    return value;
  }

  /** A uint64, with everything above 2^63-1 read as 2^63-1. */
  long cappedUint64() {
    long value = number(8);
    return value < 0 ? Long.MAX_VALUE : value;
  }

  /** {@code opaque<V>}, copied. */
  Bytes opaque() {
    int length = length();
    int start = position;
    skip(length);
    return intact() ? Bytes.of(Arrays.copyOfRange(input, start, position)) : NOTHING;
  }

  /** {@code opaque<V>}, walked over. */
  void skipOpaque() {
    skip(length());
  }

  /**
   * Reads a {@code T<V>} vector: calls {@code item} until its bytes are used up, at most so often.
   */
  void vector(int most, Runnable item) {
    int length = length();
    if (!intact()) {
      return;
    }
    int outer = limit;
    limit = position + length;
    int count = 0;
    while (intact() && position < limit) {
      if (++count > most) {
        fail(position, Fault.TOO_MANY_ITEMS);
        break;
      }
      item.run();
    }
    limit = outer;
  }

  void end() {
    if (position < limit) {
      fail(position, Fault.TRAILING_BYTES);
    }
  }

  /** The variable-size length of section 2.1.2: one, two or four bytes, shortest form only. */
  private int length() {
    int start = position;
    int first = uint8();
    int extra = (1 << (first >> 6)) - 1;
    if (extra > 3) {
      fail(start, Fault.LENGTH_NOT_MINIMAL);
      return 0;
    }
    long value = first & 0x3F;
    for (int i = 0; i < extra; i++) {
      value = (value << 8) | uint8();
    }
    boolean longerThanNeeded = (extra == 1 && value < 64) || (extra == 3 && value < 16384);
    if (longerThanNeeded) {
      fail(start, Fault.LENGTH_NOT_MINIMAL);
    } else if (value > limit - position) {
      fail(start, Fault.LENGTH_BEYOND_INPUT);
    }
    return intact() ? (int) value : 0;
  }

  private void skip(int length) {
    if (intact()) {
      position += length;
    }
  }

  private long number(int bytes) {
    if (intact() && limit - position < bytes) {
      fail(position, Fault.TRUNCATED);
    }
    if (!intact()) {
      return 0;
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = (value << 8) | (input[position++] & 0xFF);
    }
    return value;
  }
}
