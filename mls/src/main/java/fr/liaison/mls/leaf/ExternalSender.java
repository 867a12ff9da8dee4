package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.refusal.Refused;
import java.util.List;

/** ExternalSender, RFC 9420 section 12.1.8.1: who may propose without being a member. */
public record ExternalSender(Bytes signatureKey, Credential credential) implements Encodable {
  public static ExternalSender read(TlsReader in) throws Malformed {
    return new ExternalSender(in.opaque(), Credential.read(in));
  }

  /** Those a group allows; empty without the extension. */
  public static List<ExternalSender> in(Extensions extensions) throws Refused {
    return extensions
        .find(ExtensionType.EXTERNAL_SENDERS, in -> in.vector(ExternalSender::read))
        .orElse(List.of());
  }

  /** The extension that allows exactly these. */
  public static Extension extension(List<ExternalSender> senders) {
    return new Extension(ExtensionType.EXTERNAL_SENDERS, new TlsWriter().vector(senders).bytes());
  }

  @Override
  public void write(TlsWriter out) {
    out.opaque(signatureKey).value(credential);
  }
}
