package fr.liaison.audit;

import io.smallrye.config.Secret;
import java.util.Base64;

/** Reads a 32-byte secret from configuration; refuses anything else without repeating it. */
public final class SecretBytes {

  private static final int LENGTH = 32;

  private SecretBytes() {}

  public static byte[] of(Secret<String> base64, String property) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.get());
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(property + " must be 32 bytes in base64");
    }
    if (bytes.length != LENGTH) {
      throw new IllegalStateException(property + " must be 32 bytes in base64");
    }
    return bytes;
  }
}
