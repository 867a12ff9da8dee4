package fr.liaison.mls.codec;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An immutable run of public bytes, equal by content. Prints only its length. Nothing secret is
 * kept in one: secrets have a type of their own that can be wiped.
 */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of the array. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** The array itself, which the caller promises never to change. */
  public static Bytes wrap(byte[] content) {
    return new Bytes(content);
  }

  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  /** The bytes themselves, not to be changed; {@link #toArray()} answers a copy. */
  public byte[] array() {
    return content;
  }

  public byte[] toArray() {
    return content.clone();
  }

  public int length() {
    return content.length;
  }

  public boolean isEmpty() {
    return content.length == 0;
  }

  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
