package fr.liaison.mls.message;

import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GroupSecrets, RFC 9420 section 12.4.3.1: what a Welcome seals for one joiner. */
public record GroupSecrets(
    Secret joinerSecret, @Nullable Secret pathSecret, List<PreSharedKeyId> psks) {
  public GroupSecrets {
    psks = List.copyOf(psks);
  }

  public static GroupSecrets read(TlsReader in) throws Malformed {
    return new GroupSecrets(
        Secret.read(in), in.optional(Secret::read), in.vector(PreSharedKeyId::read));
  }

  /** The encoding, a secret itself. */
  public Secret encoded() {
    TlsWriter out = new TlsWriter();
    joinerSecret.write(out);
    out.optional(pathSecret == null ? null : pathSecret::write).vector(psks);
    Secret encoded = Secret.taking(out.toArray());
    out.wipe();
    return encoded;
  }
}
