package fr.liaison.attachment.blob;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The name of one object: 256 random bits, so that it tells nothing and cannot be guessed. */
public record ObjectKey(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  public static ObjectKey fresh() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new ObjectKey(HexFormat.of().formatHex(bits));
  }

  /** A name is a capability in the store; it stays out of logs. */
  @Override
  public String toString() {
    return "ObjectKey";
  }
}
