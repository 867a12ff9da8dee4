package fr.liaison.mls.codec;

import fr.liaison.mls.codec.Malformed.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the presentation language of RFC 9420 section 2.1. A length is compared with what is left
 * before anything is copied, so what is allocated never exceeds a small multiple of the input.
 */
public final class TlsReader {
  /** Reads one value where the reader stands. */
  @FunctionalInterface
  public interface Item<T> {
    T read(TlsReader in) throws Malformed;
  }

  private final byte[] input;
  private int position;
  private int limit;

  public TlsReader(byte[] input) {
    this.input = input;
    this.limit = input.length;
  }

  /** Reads one value that must use up all of the input. */
  public static <T> T whole(byte[] input, Item<T> item) throws Malformed {
    TlsReader in = new TlsReader(input);
    T value = item.read(in);
    in.end();
    return value;
  }

  public static <T> T whole(Bytes input, Item<T> item) throws Malformed {
    return whole(input.array(), item);
  }

  public int uint8() throws Malformed {
    return (int) number(1);
  }

  public int uint16() throws Malformed {
    return (int) number(2);
  }

  public long uint32() throws Malformed {
    return number(4);
  }

  /** All 64 bits: values from 2^63 on are negative, to be compared as unsigned. */
  public long uint64() throws Malformed {
    return number(8);
  }

  /** As many bytes without a length. */
  public byte[] raw(int length) throws Malformed {
    need(length, Fault.TRUNCATED);
    byte[] bytes = Arrays.copyOfRange(input, position, position + length);
    position += length;
    return bytes;
  }

  /** {@code opaque<V>}. */
  public Bytes opaque() throws Malformed {
    return Bytes.wrap(opaqueArray());
  }

  /** {@code opaque<V>} into an array of the caller's own, for secrets. */
  public byte[] opaqueArray() throws Malformed {
    return raw(length());
  }

  /** {@code optional<T>}. */
  public <T> @Nullable T optional(Item<T> item) throws Malformed {
    int start = position;
    return switch (uint8()) {
      case 0 -> null;
      case 1 -> item.read(this);
      default -> throw new Malformed(Fault.OPTIONAL_FLAG, start);
    };
  }

  /** {@code T<V>}. */
  public <T> List<T> vector(Item<T> item) throws Malformed {
    int length = length();
    int outer = limit;
    limit = position + length;
    List<T> items = new ArrayList<>();
    while (position < limit) {
      items.add(item.read(this));
    }
    limit = outer;
    return List.copyOf(items);
  }

  public int position() {
    return position;
  }

  public boolean atEnd() {
    return position == limit;
  }

  /** Everything that is left. */
  public byte[] rest() {
    byte[] bytes = Arrays.copyOfRange(input, position, limit);
    position = limit;
    return bytes;
  }

  /** The bytes from a former position to this one: what a value was read from. */
  public Bytes since(int start) {
    return Bytes.wrap(Arrays.copyOfRange(input, start, position));
  }

  public void end() throws Malformed {
    if (!atEnd()) {
      throw new Malformed(Fault.TRAILING_BYTES, position);
    }
  }

  /** A fault at the place of the last number of so many bytes. */
  public Malformed fault(Fault fault, int bytesBack) {
    return new Malformed(fault, Math.max(0, position - bytesBack));
  }

  /** The length of what follows, which is there. */
  private int length() throws Malformed {
    int length = lengthPrefix();
    need(length, Fault.LENGTH_BEYOND_INPUT);
    return length;
  }

  /** The variable-size length of section 2.1.2: one, two or four bytes, shortest form only. */
  int lengthPrefix() throws Malformed {
    int start = position;
    int first = uint8();
    int prefix = first >> 6;
    if (prefix == 3) {
      throw new Malformed(Fault.LENGTH_NOT_MINIMAL, start);
    }
    int extra = (1 << prefix) - 1;
    long value = ((long) first & 0x3F) << (8 * extra);
    if (extra > 0) {
      value |= number(extra);
    }
    boolean longerThanNeeded = (prefix == 1 && value < 1 << 6) || (prefix == 2 && value < 1 << 14);
    if (longerThanNeeded) {
      throw new Malformed(Fault.LENGTH_NOT_MINIMAL, start);
    }
    return (int) value;
  }

  private void need(long length, Fault otherwise) throws Malformed {
    if (length > limit - position) {
      throw new Malformed(otherwise, position);
    }
  }

  private long number(int bytes) throws Malformed {
    need(bytes, Fault.TRUNCATED);
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = (value << 8) | (input[position++] & 0xFF);
    }
    return value;
  }
}
