package fr.liaison.client.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The 32 bytes that open a store. Prints nothing of them. */
public final class StoreKey {
  static final int LENGTH = 32;
  private static final int ID_LENGTH = 8;

  private final byte[] bytes;

  private StoreKey(byte[] bytes) {
    this.bytes = bytes;
  }

  public static StoreKey of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a store key has 32 bytes");
    }
    return new StoreKey(bytes.clone());
  }

  public static StoreKey random() {
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    return new StoreKey(fresh);
  }

  SecretKey aes() {
    return new SecretKeySpec(bytes, "AES");
  }

  byte[] toArray() {
    return bytes.clone();
  }

  /** Tells a wrong key from a damaged file, and nothing about the key. */
  byte[] id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("liaison-store-key-v1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return Arrays.copyOf(digest.digest(bytes), ID_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "StoreKey";
  }
}
