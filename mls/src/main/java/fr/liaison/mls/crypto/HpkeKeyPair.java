package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** A key pair of the suite's KEM, in the serialisation of RFC 9180 section 7.1. */
public record HpkeKeyPair(Bytes publicKey, Secret privateKey) {
  public static HpkeKeyPair read(TlsReader in) throws Malformed {
    return new HpkeKeyPair(in.opaque(), Secret.read(in));
  }

  public void write(TlsWriter out) {
    out.opaque(publicKey);
    privateKey.write(out);
  }
}
