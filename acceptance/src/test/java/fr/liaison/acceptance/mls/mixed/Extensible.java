package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.Change;
import fr.liaison.acceptance.mls.TsClient.ExternalSender;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import java.util.List;

/** Extensions of a group context, as both drivers take them. */
final class Extensible {
  private Extensible() {}

  /** Who may propose from outside. */
  static Change.Extension senders(List<ExternalSender> senders) {
    Extension written =
        fr.liaison.mls.leaf.ExternalSender.extension(
            senders.stream()
                .map(
                    one ->
                        new fr.liaison.mls.leaf.ExternalSender(
                            Bytes.of(one.signatureKey()),
                            new Credential.Basic(Bytes.of(one.identity()))))
                .toList());
    return new Change.Extension(written.type(), written.data().toArray());
  }

  /** Everybody must understand basic credentials, which everybody here does. */
  static Change.Extension basicCredentialsRequired() {
    return new Change.Extension(
        ExtensionType.REQUIRED_CAPABILITIES, new byte[] {0, 0, 2, 0, Credential.BASIC});
  }

  static Extension inJava(Change.Extension extension) {
    return new Extension(extension.type(), Bytes.of(extension.data()));
  }
}
