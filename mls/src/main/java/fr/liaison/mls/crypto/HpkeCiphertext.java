package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** HPKECiphertext, RFC 9420 section 7.6: sealed to one public key. */
public record HpkeCiphertext(Bytes kemOutput, Bytes ciphertext) implements Encodable {
  public static HpkeCiphertext read(TlsReader in) throws Malformed {
    return new HpkeCiphertext(in.opaque(), in.opaque());
  }

  @Override
  public void write(TlsWriter out) {
    out.opaque(kemOutput).opaque(ciphertext);
  }
}
