package fr.liaison.client.group;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.MessageId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.crypto.Secret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Bytes as the API has them and as MLS has them, and what is written alike in both. */
public final class Wire {
  private Wire() {}

  public static fr.liaison.mls.codec.Bytes mls(Bytes bytes) {
    return fr.liaison.mls.codec.Bytes.wrap(bytes.toArray());
  }

  public static Bytes json(fr.liaison.mls.codec.Bytes bytes) {
    return Bytes.of(bytes.array());
  }

  /** For the sealed store only; the secret is wiped. */
  public static Bytes sealable(Secret secret) {
    Bytes bytes = Bytes.of(secret.array());
    secret.wipe();
    return bytes;
  }

  public static fr.liaison.mls.codec.Bytes groupId(ConversationId id) {
    return fr.liaison.mls.codec.Bytes.wrap(raw(id.value()));
  }

  /** What stands in the clear beside a message, covered by its signature. */
  public static fr.liaison.mls.codec.Bytes header(MessageId id) {
    return fr.liaison.mls.codec.Bytes.wrap(raw(id.value()));
  }

  public static Bytes sha256(Bytes bytes) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] raw(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
