package fr.liaison.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Proof key for code exchange (RFC 7636), S256: a stolen device code alone is worth nothing. */
record Pkce(String verifier, String challenge) {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  static Pkce random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return of(BASE64URL.encodeToString(bytes));
  }

  static Pkce of(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return new Pkce(verifier, BASE64URL.encodeToString(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Pkce";
  }
}
