package fr.liaison.mls.codec;

/** Anything with an encoding on the wire. */
@FunctionalInterface
public interface Encodable {
  void write(TlsWriter out);

  default Bytes encoded() {
    TlsWriter out = new TlsWriter();
    write(out);
    return out.bytes();
  }
}
