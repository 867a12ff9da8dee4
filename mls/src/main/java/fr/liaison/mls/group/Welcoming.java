package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeCiphertext;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.GroupSecrets;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.JoinerSecret;
import fr.liaison.mls.tree.NewPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What newcomers get from those inside (RFC 9420 section 12.4.3). */
final class Welcoming {
  static final String LABEL = "Welcome";

  private Welcoming() {}

  /** An MLSMessage for all newcomers of a commit; empty when there are none. */
  static Optional<Bytes> welcome(
      Client client,
      GroupState next,
      JoinerSecret joiner,
      AppliedProposals applied,
      @Nullable NewPath path,
      boolean treeInside)
      throws Refused {
    if (applied.added().isEmpty()) {
      return Optional.empty();
    }
    CipherSuite suite = next.suite();
    Bytes sealedInfo =
        Bytes.wrap(
            sealInfo(suite, joiner.welcome(), info(client, next, treeInside, false).encoded()));
    List<Welcome.Invitation> invitations = new ArrayList<>();
    for (AppliedProposals.Newcomer newcomer : applied.added()) {
      KeyPackage keyPackage = newcomer.keyPackage();
      Secret pathSecret = path == null ? null : path.secretFor(newcomer.leaf()).orElse(null);
      Secret secrets =
          new GroupSecrets(joiner.joiner(), pathSecret, applied.preSharedKeys()).encoded();
      HpkeCiphertext sealed =
          suite.encryptWithLabel(keyPackage.initKey(), LABEL, sealedInfo, secrets);
      secrets.wipe();
      invitations.add(new Welcome.Invitation(keyPackage.reference(suite), sealed));
    }
    return Optional.of(
        new MlsMessage.Welcoming(new Welcome(suite.id(), invitations, sealedInfo)).encoded());
  }

  /** An MLSMessage that describes an epoch. */
  static Bytes groupInfo(Client client, GroupState state, boolean treeInside, boolean external) {
    return new MlsMessage.Info(info(client, state, treeInside, external)).encoded();
  }

  private static GroupInfo info(
      Client client, GroupState state, boolean treeInside, boolean external) {
    Extensions extensions = Extensions.NONE;
    if (treeInside) {
      extensions =
          extensions.with(new Extension(ExtensionType.RATCHET_TREE, state.open().tree().encoded()));
    }
    if (external) {
      Bytes key = state.secrets().externalKeyPair(state.suite()).publicKey();
      extensions =
          extensions.with(
              new Extension(ExtensionType.EXTERNAL_PUB, new TlsWriter().opaque(key).bytes()));
    }
    return GroupInfo.signed(
        state.suite(),
        client.signer(),
        state.open().context(),
        extensions,
        state.open().confirmationTag(),
        state.privatePath().leaf());
  }

  static byte[] sealInfo(CipherSuite suite, Secret welcome, Bytes info) {
    return suite.seal(key(suite, welcome), nonce(suite, welcome), new byte[0], info.array());
  }

  static byte[] openInfo(CipherSuite suite, Secret welcome, Bytes sealed) throws Refused {
    return suite.open(key(suite, welcome), nonce(suite, welcome), new byte[0], sealed.array());
  }

  private static Secret key(CipherSuite suite, Secret welcome) {
    return suite.expandWithLabel(welcome, "key", new byte[0], suite.keyLength());
  }

  private static byte[] nonce(CipherSuite suite, Secret welcome) {
    return suite.expandWithLabel(welcome, "nonce", new byte[0], suite.nonceLength()).array();
  }
}
