package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import org.jspecify.annotations.Nullable;

/** PublicMessage, RFC 9420 section 6.2: signed but readable; members' have a membership tag. */
public record PublicMessage(FramedContent framed, ContentAuth auth, @Nullable Bytes membershipTag)
    implements Encodable {
  public static PublicMessage of(AuthenticatedContent content, @Nullable Bytes membershipTag) {
    return new PublicMessage(content.framed(), content.auth(), membershipTag);
  }

  public static PublicMessage read(TlsReader in) throws Malformed {
    FramedContent framed = FramedContent.read(in);
    ContentAuth auth = ContentAuth.read(framed.content().type(), in);
    boolean member = framed.sender() instanceof Sender.Member;
    return new PublicMessage(framed, auth, member ? in.opaque() : null);
  }

  public AuthenticatedContent authenticated() {
    return new AuthenticatedContent(WireFormat.PUBLIC_MESSAGE, framed, auth);
  }

  @Override
  public void write(TlsWriter out) {
    out.value(framed);
    auth.write(out);
    if (membershipTag != null) {
      out.opaque(membershipTag);
    }
  }
}
