package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Secret bytes: never printed, compared in constant time, wiped when their owner is done with them.
 * Using a wiped secret is a bug and throws {@link IllegalStateException}.
 */
public final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] content;
  private boolean wiped;

  private Secret(byte[] content) {
    this.content = content;
  }

  /** Takes the array over: the caller does not use it any more. */
  public static Secret taking(byte[] content) {
    return new Secret(content);
  }

  public static Secret copyOf(byte[] content) {
    return new Secret(content.clone());
  }

  public static Secret copyOf(Bytes content) {
    return new Secret(content.toArray());
  }

  public static Secret zero(int length) {
    return new Secret(new byte[length]);
  }

  public static Secret random(int length) {
    byte[] content = new byte[length];
    RANDOM.nextBytes(content);
    return new Secret(content);
  }

  /** Reads {@code opaque<V>}. */
  public static Secret read(TlsReader in) throws Malformed {
    return new Secret(in.opaqueArray());
  }

  /** Writes {@code opaque<V>}. */
  public void write(TlsWriter out) {
    out.opaque(array());
  }

  /** The bytes themselves, not to be changed or kept. */
  public byte[] array() {
    if (wiped) {
      throw new IllegalStateException(
          "the secret was wiped: this state is no longer the current one");
    }
    return content;
  }

  public Secret copy() {
    return copyOf(array());
  }

  public int length() {
    return content.length;
  }

  public void wipe() {
    wiped = true;
    Arrays.fill(content, (byte) 0);
  }

  public boolean isWiped() {
    return wiped;
  }

  /** Constant-time; a wiped secret equals nothing but itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Secret secret
            && !wiped
            && !secret.wiped
            && MessageDigest.isEqual(content, secret.content));
  }

  @Override
  public int hashCode() {
    return content.length;
  }

  @Override
  public String toString() {
    return "Secret[" + content.length + "]";
  }
}
