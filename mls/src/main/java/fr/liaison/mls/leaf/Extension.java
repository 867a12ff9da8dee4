package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** Extension, RFC 9420 section 13: a number and bytes, kept as they came whatever the number. */
public record Extension(int type, Bytes data) implements Encodable {
  public static Extension read(TlsReader in) throws Malformed {
    return new Extension(in.uint16(), in.opaque());
  }

  @Override
  public void write(TlsWriter out) {
    out.uint16(type).opaque(data);
  }
}
