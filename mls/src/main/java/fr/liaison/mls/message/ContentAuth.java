package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import org.jspecify.annotations.Nullable;

/** FramedContentAuthData, RFC 9420 section 6.1; only commits have a confirmation tag. */
public record ContentAuth(Bytes signature, @Nullable Bytes confirmationTag) {
  public static ContentAuth read(ContentType type, TlsReader in) throws Malformed {
    return new ContentAuth(in.opaque(), type == ContentType.COMMIT ? in.opaque() : null);
  }

  public void write(TlsWriter out) {
    out.opaque(signature);
    if (confirmationTag != null) {
      out.opaque(confirmationTag);
    }
  }
}
