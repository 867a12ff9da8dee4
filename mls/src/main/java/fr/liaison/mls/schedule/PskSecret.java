package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.message.PreSharedKeyId;
import java.util.List;

/** The psk_secret of RFC 9420 section 8.4, chained over all keys a commit names, in order. */
public final class PskSecret {
  private PskSecret() {}

  /** A key and what the commit says of it. */
  public record Input(PreSharedKeyId id, Secret key) {}

  /** All zero when there are none. */
  public static Secret of(CipherSuite suite, List<Input> inputs) {
    Secret zero = Secret.zero(suite.hashLength());
    Secret chained = zero;
    for (int i = 0; i < inputs.size(); i++) {
      byte[] label =
          new TlsWriter().value(inputs.get(i).id()).uint16(i).uint16(inputs.size()).toArray();
      Secret extracted = suite.extract(zero, inputs.get(i).key());
      Secret input = suite.expandWithLabel(extracted, "derived psk", label, suite.hashLength());
      chained = suite.extract(input, chained);
    }
    return chained;
  }
}
