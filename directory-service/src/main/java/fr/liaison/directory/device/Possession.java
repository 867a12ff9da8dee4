package fr.liaison.directory.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed claim to hold a private key: an Ed25519 signature over a label that says what for,
 * a challenge and the public key, in the very strings that were sent.
 */
record Possession(String label, String challenge, String proof) {
  static final String TO_ENROL = "liaison-device-enrolment-v1";
  static final String TO_RENEW = "liaison-device-renewal-v1";
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  static Possession of(String label, @Nullable String challenge, @Nullable String proof) {
    Possession possession =
        new Possession(label, required("challenge", challenge), required("proof", proof));
    bytes("proof", possession.proof, 64);
    return possession;
  }

  /**
   * Throws a problem unless the sender holds the private key; bytes that are no key prove nothing.
   */
  void require(byte[] key) {
    if (!isProven(key)) {
      throw Problem.of(ProblemType.PROOF_INVALID);
    }
  }

  private boolean isProven(byte[] key) {
    byte[] spki = new byte[ED25519_SPKI.length + key.length];
    System.arraycopy(ED25519_SPKI, 0, spki, 0, ED25519_SPKI.length);
    System.arraycopy(key, 0, spki, ED25519_SPKI.length, key.length);
    String keyText = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    try {
      PublicKey publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(publicKey);
      signature.update(
          (label + "\n" + challenge + "\n" + keyText).getBytes(StandardCharsets.UTF_8));
      return signature.verify(bytes("proof", proof, 64));
    } catch (GeneralSecurityException notAKeyOrSignature) {
      return false;
    }
  }

  static String required(String field, @Nullable String value) {
    if (value == null || value.isEmpty() || value.length() > 128) {
      throw Problem.field(field, "must have 1 to 128 characters");
    }
    return value;
  }

  static byte[] bytes(String field, String text, int length) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == length && !text.endsWith("=")) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64Url) {
      // Answered below, like a wrong length.
    }
    throw Problem.field(field, "must be " + length + " bytes in base64url without padding");
  }

  @Override
  public String toString() {
    return "Possession[" + label + "]";
  }
}
