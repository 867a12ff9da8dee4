package fr.liaison.directory.register.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest of this feature. */
public final class Sha256 {
  private Sha256() {}

  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new AssertionError(everyPlatformHasIt);
    }
  }
}
