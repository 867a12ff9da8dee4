package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.util.Arrays;

/** SenderData, RFC 9420 section 6.3.2: which key opens a private message, hidden from outsiders. */
public record SenderData(long leaf, long generation, Bytes reuseGuard) {
  public static final int GUARD_LENGTH = 4;

  public static SenderData read(TlsReader in) throws Malformed {
    return new SenderData(in.uint32(), in.uint32(), Bytes.wrap(in.raw(GUARD_LENGTH)));
  }

  /** Sealed under a key that depends on the ciphertext it belongs to. */
  public byte[] seal(CipherSuite suite, Secret senderDataSecret, byte[] ciphertext, byte[] aad) {
    byte[] plaintext =
        new TlsWriter().uint32(leaf).uint32(generation).raw(reuseGuard.array()).toArray();
    return suite.seal(
        key(suite, senderDataSecret, ciphertext),
        nonce(suite, senderDataSecret, ciphertext),
        aad,
        plaintext);
  }

  public static SenderData open(
      CipherSuite suite, Secret senderDataSecret, Bytes sealed, Bytes ciphertext, byte[] aad)
      throws Refused {
    byte[] plaintext =
        suite.open(
            key(suite, senderDataSecret, ciphertext.array()),
            nonce(suite, senderDataSecret, ciphertext.array()),
            aad,
            sealed.array());
    try {
      return TlsReader.whole(plaintext, SenderData::read);
    } catch (Malformed e) {
      throw new Refused(Refusal.MALFORMED);
    }
  }

  static Secret key(CipherSuite suite, Secret secret, byte[] ciphertext) {
    return suite.expandWithLabel(secret, "key", sample(suite, ciphertext), suite.keyLength());
  }

  static byte[] nonce(CipherSuite suite, Secret secret, byte[] ciphertext) {
    return suite
        .expandWithLabel(secret, "nonce", sample(suite, ciphertext), suite.nonceLength())
        .array();
  }

  private static byte[] sample(CipherSuite suite, byte[] ciphertext) {
    return Arrays.copyOf(ciphertext, Math.min(ciphertext.length, suite.hashLength()));
  }
}
