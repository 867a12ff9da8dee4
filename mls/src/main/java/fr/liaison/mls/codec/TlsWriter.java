package fr.liaison.mls.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the presentation language of RFC 9420 section 2.1. Not thread-safe. */
public final class TlsWriter {
  private static final int LARGEST_LENGTH = 1 << 30;

  private byte[] buffer = new byte[256];
  private int size;

  public TlsWriter uint8(int value) {
    return number(value, 1);
  }

  public TlsWriter uint16(int value) {
    return number(value, 2);
  }

  public TlsWriter uint32(long value) {
    return number(value, 4);
  }

  public TlsWriter uint64(long value) {
    return number(value, 8);
  }

  /** Bytes without a length. */
  public TlsWriter raw(byte[] bytes) {
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
    return this;
  }

  /** {@code opaque<V>}. */
  public TlsWriter opaque(byte[] bytes) {
    return length(bytes.length).raw(bytes);
  }

  /** {@code opaque<V>}. */
  public TlsWriter opaque(Bytes bytes) {
    return opaque(bytes.array());
  }

  public TlsWriter value(Encodable value) {
    value.write(this);
    return this;
  }

  /** {@code optional<T>}. */
  public TlsWriter optional(@Nullable Encodable value) {
    if (value == null) {
      return uint8(0);
    }
    value.write(uint8(1));
    return this;
  }

  /** {@code T<V>}: the length in bytes, then the items. */
  public <T> TlsWriter vector(Collection<T> items, BiConsumer<TlsWriter, T> item) {
    TlsWriter inner = new TlsWriter();
    for (T one : items) {
      item.accept(inner, one);
    }
    TlsWriter outer = length(inner.size);
    outer.ensure(inner.size);
    System.arraycopy(inner.buffer, 0, outer.buffer, outer.size, inner.size);
    outer.size += inner.size;
    return outer;
  }

  public <T extends Encodable> TlsWriter vector(Collection<T> items) {
    return vector(items, (out, one) -> one.write(out));
  }

  public Bytes bytes() {
    return Bytes.wrap(toArray());
  }

  public byte[] toArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** Overwrites what was written, for buffers that held secrets. */
  public void wipe() {
    Arrays.fill(buffer, (byte) 0);
    size = 0;
  }

  private TlsWriter length(int length) {
    if (length < 1 << 6) {
      return uint8(length);
    }
    if (length < 1 << 14) {
      return uint16(length | 1 << 14);
    }
    if (length >= LARGEST_LENGTH) {
      throw new IllegalArgumentException("a vector of " + length + " bytes has no encoding");
    }
    return uint32(length | 1L << 31);
  }

  private TlsWriter number(long value, int bytes) {
    ensure(bytes);
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      buffer[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  private void ensure(int more) {
    if (buffer.length - size < more) {
      byte[] old = buffer;
      buffer = Arrays.copyOf(old, Math.max(Math.addExact(size, more), 2 * old.length));
      Arrays.fill(old, (byte) 0);
    }
  }
}
