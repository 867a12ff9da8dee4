package fr.liaison.attachment.upload;

import fr.liaison.contracts.json.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java runtime must have. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Bytes of(byte[] content, int length) {
    MessageDigest digest = digest();
    digest.update(content, 0, length);
    return Bytes.of(digest.digest());
  }
}
