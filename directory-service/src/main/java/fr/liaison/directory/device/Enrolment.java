package fr.liaison.directory.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.VisibleName;
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
 * A well-formed request to enrol. Possession of the key is proven by an Ed25519 signature over the
 * label, the challenge and the key, in the very strings that were sent.
 */
final class Enrolment {
  private static final String LABEL = "liaison-device-enrolment-v1\n";
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int LONGEST_NAME = 64;

  private final String name;
  private final byte[] key;
  private final String challenge;
  private final byte[] proof;
  private final byte[] signed;

  private Enrolment(String name, byte[] key, String challenge, byte[] proof, byte[] signed) {
    this.name = name;
    this.key = key;
    this.challenge = challenge;
    this.proof = proof;
    this.signed = signed;
  }

  static Enrolment of(@Nullable EnrolmentRequest request) {
    if (request == null) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    String keyText = required("signatureKey", request.signatureKey());
    String challenge = required("challenge", request.challenge());
    return new Enrolment(
        name(request.name()),
        bytes("signatureKey", keyText, 32),
        challenge,
        bytes("proof", required("proof", request.proof()), 64),
        (LABEL + challenge + "\n" + keyText).getBytes(StandardCharsets.UTF_8));
  }

  String name() {
    return name;
  }

  byte[] key() {
    return key.clone();
  }

  String challenge() {
    return challenge;
  }

  /** Whether the sender holds the private key; false for bytes that are no key at all. */
  boolean provesPossession() {
    byte[] spki = new byte[ED25519_SPKI.length + key.length];
    System.arraycopy(ED25519_SPKI, 0, spki, 0, ED25519_SPKI.length);
    System.arraycopy(key, 0, spki, ED25519_SPKI.length, key.length);
    try {
      PublicKey publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(publicKey);
      signature.update(signed);
      return signature.verify(proof);
    } catch (GeneralSecurityException notAKeyOrSignature) {
      return false;
    }
  }

  private static String name(@Nullable String name) {
    return VisibleName.of(name == null ? "" : name, LONGEST_NAME)
        .orElseThrow(() -> Problem.field("name", "must have 1 to 64 visible characters"));
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isEmpty() || value.length() > 128) {
      throw Problem.field(field, "must have 1 to 128 characters");
    }
    return value;
  }

  private static byte[] bytes(String field, String text, int length) {
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
}
