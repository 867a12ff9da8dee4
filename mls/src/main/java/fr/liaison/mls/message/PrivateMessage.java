package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** PrivateMessage, RFC 9420 section 6.3: content and sender hidden from all but the group. */
public record PrivateMessage(
    Bytes groupId,
    long epoch,
    ContentType contentType,
    Bytes authenticatedData,
    Bytes encryptedSenderData,
    Bytes ciphertext)
    implements Encodable {
  public static PrivateMessage read(TlsReader in) throws Malformed {
    return new PrivateMessage(
        in.opaque(), in.uint64(), ContentType.read(in), in.opaque(), in.opaque(), in.opaque());
  }

  /** PrivateContentAAD, section 6.3.1. */
  public static byte[] contentAad(
      Bytes groupId, long epoch, ContentType type, Bytes authenticatedData) {
    return new TlsWriter()
        .opaque(groupId)
        .uint64(epoch)
        .uint8(type.number())
        .opaque(authenticatedData)
        .toArray();
  }

  /** SenderDataAAD, section 6.3.2. */
  public static byte[] senderDataAad(Bytes groupId, long epoch, ContentType type) {
    return new TlsWriter().opaque(groupId).uint64(epoch).uint8(type.number()).toArray();
  }

  @Override
  public void write(TlsWriter out) {
    out.opaque(groupId)
        .uint64(epoch)
        .uint8(contentType.number())
        .opaque(authenticatedData)
        .opaque(encryptedSenderData)
        .opaque(ciphertext);
  }
}
