package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.HpkeCiphertext;
import java.util.List;

/**
 * UpdatePathNode, RFC 9420 section 7.6: a new key and its secret for everybody on the other side.
 */
public record UpdatePathNode(Bytes encryptionKey, List<HpkeCiphertext> encryptedPathSecrets)
    implements Encodable {
  public UpdatePathNode {
    encryptedPathSecrets = List.copyOf(encryptedPathSecrets);
  }

  public static UpdatePathNode read(TlsReader in) throws Malformed {
    return new UpdatePathNode(in.opaque(), in.vector(HpkeCiphertext::read));
  }

  @Override
  public void write(TlsWriter out) {
    out.opaque(encryptionKey).vector(encryptedPathSecrets);
  }
}
