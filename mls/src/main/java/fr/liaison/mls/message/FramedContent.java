package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** FramedContent, RFC 9420 section 6: who says what to which epoch of which group. */
public record FramedContent(
    Bytes groupId, long epoch, Sender sender, Bytes authenticatedData, Content content)
    implements Encodable {
  public static FramedContent read(TlsReader in) throws Malformed {
    Bytes groupId = in.opaque();
    long epoch = in.uint64();
    Sender sender = Sender.read(in);
    Bytes authenticatedData = in.opaque();
    return new FramedContent(
        groupId, epoch, sender, authenticatedData, Content.read(ContentType.read(in), in));
  }

  @Override
  public void write(TlsWriter out) {
    out.opaque(groupId)
        .uint64(epoch)
        .value(sender)
        .opaque(authenticatedData)
        .uint8(content.type().number())
        .value(content);
  }
}
