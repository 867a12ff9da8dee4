package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.Secret;

/** Key and nonce of one generation (RFC 9420 section 9.1), good for exactly one message. */
public record MessageKey(long generation, Secret key, Secret nonce) {
  static MessageKey read(TlsReader in) throws Malformed {
    return new MessageKey(in.uint32(), Secret.read(in), Secret.read(in));
  }

  void write(TlsWriter out) {
    out.uint32(generation);
    key.write(out);
    nonce.write(out);
  }

  /** The nonce with the guard over its first bytes, a new array (section 6.3.1). */
  public byte[] guarded(Bytes reuseGuard) {
    byte[] guarded = nonce.array().clone();
    for (int i = 0; i < reuseGuard.length(); i++) {
      guarded[i] ^= reuseGuard.array()[i];
    }
    return guarded;
  }

  public void wipe() {
    key.wipe();
    nonce.wipe();
  }
}
