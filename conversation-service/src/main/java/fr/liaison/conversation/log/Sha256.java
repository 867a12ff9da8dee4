package fr.liaison.conversation.log;

import fr.liaison.contracts.json.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which repeated bytes are recognised. */
public final class Sha256 {
  private Sha256() {}

  public static Bytes of(Bytes content) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
