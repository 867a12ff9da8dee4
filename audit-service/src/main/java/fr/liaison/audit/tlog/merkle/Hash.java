package fr.liaison.audit.tlog.merkle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 digest of a leaf, a node or a whole tree; immutable, compared by content. */
public final class Hash {

  public static final int BYTES = 32;

  private static final byte LEAF_PREFIX = 0x00;
  private static final byte NODE_PREFIX = 0x01;

  private final byte[] value;

  private Hash(byte[] value) {
    this.value = value;
  }

  /** Takes a digest made elsewhere. */
  public static Hash of(byte[] digest) {
    if (digest.length != BYTES) {
      throw new MalformedLogDataException("a hash has 32 bytes");
    }
    return new Hash(digest.clone());
  }

  /** Reads the next 32 bytes of the buffer. */
  public static Hash read(ByteBuffer source) {
    if (source.remaining() < BYTES) {
      throw new MalformedLogDataException("a hash has 32 bytes");
    }
    byte[] digest = new byte[BYTES];
    source.get(digest);
    return new Hash(digest);
  }

  /** Reads standard base64, the form used in checkpoints and proofs. */
  public static Hash parse(String base64) {
    try {
      Hash hash = of(Base64.getDecoder().decode(base64));
      if (!hash.toString().equals(base64)) {
        throw new MalformedLogDataException("a hash is canonical base64");
      }
      return hash;
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedLogDataException("a hash is canonical base64");
    }
  }

  /** The root of a log without entries. */
  public static Hash emptyTree() {
    return new Hash(sha256().digest());
  }

  public static Hash leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF_PREFIX);
    return new Hash(digest.digest(entry));
  }

  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE_PREFIX);
    digest.update(left.value);
    return new Hash(digest.digest(right.value));
  }

  public void writeTo(ByteBuffer target) {
    target.put(value);
  }

  public byte[] toBytes() {
    return value.clone();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Standard base64. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(value);
  }
}
