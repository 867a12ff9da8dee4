package fr.liaison.audit.tlog.note;

import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A named Ed25519 public key, written as {@code <name>+<key id>+<base64 of type and key>}. Whoever
 * holds it can check every note its owner signs.
 */
public final class VerifierKey {

  static final byte ED25519 = 0x01;
  static final int KEY_ID_BYTES = 4;

  /** What precedes the 32 key bytes in an RFC 8410 SubjectPublicKeyInfo. */
  private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final KeyName name;
  private final byte[] publicKey;
  private final PublicKey key;

  public VerifierKey(KeyName name, byte[] publicKey) {
    this.name = name;
    this.publicKey = publicKey.clone();
    this.key = decode(publicKey);
  }

  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedLogDataException("a verifier key is name+id+key");
    }
    byte[] typed;
    try {
      typed = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedLogDataException("a verifier key ends in base64");
    }
    if (typed.length != 1 + Hash.BYTES || typed[0] != ED25519) {
      throw new MalformedLogDataException("only Ed25519 verifier keys are known");
    }
    VerifierKey parsed =
        new VerifierKey(new KeyName(parts[0]), Arrays.copyOfRange(typed, 1, typed.length));
    if (!parsed.toString().equals(vkey)) {
      throw new MalformedLogDataException("the key id does not belong to the key");
    }
    return parsed;
  }

  public KeyName name() {
    return name;
  }

  /** The first four bytes of SHA-256(name, newline, type, key), as a big-endian number. */
  public int id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name.value() + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(ED25519);
      return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  boolean verifies(String text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Ed25519 is part of the JDK", impossible);
    }
  }

  private static PublicKey decode(byte[] publicKey) {
    byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + publicKey.length);
    System.arraycopy(publicKey, 0, spki, SPKI_PREFIX.length, publicKey.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    } catch (GeneralSecurityException notAKey) {
      throw new MalformedLogDataException("not an Ed25519 public key");
    }
  }

  /** The vkey. */
  @Override
  public String toString() {
    byte[] typed = new byte[1 + publicKey.length];
    typed[0] = ED25519;
    System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
    return "%s+%08x+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed));
  }
}
