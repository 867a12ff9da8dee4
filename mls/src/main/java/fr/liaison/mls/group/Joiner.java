package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.GroupSecrets;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.EpochSecrets;
import fr.liaison.mls.schedule.JoinerSecret;
import fr.liaison.mls.tree.PrivatePath;
import fr.liaison.mls.tree.RatchetTree;
import fr.liaison.mls.tree.TreeKem;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Joining by a Welcome (RFC 9420 section 12.4.3.1). */
final class Joiner {
  private final Client client;
  private final OwnKeyPackage own;

  Joiner(Client client, OwnKeyPackage own) {
    this.client = client;
    this.own = own;
  }

  GroupState join(Welcome welcome, Optional<Bytes> treeBeside) throws Refused {
    CipherSuite suite =
        CipherSuite.of(welcome.cipherSuite()).orElseThrow(() -> new Refused(Refusal.UNSUPPORTED));
    Refused.unless(suite.id() == own.keyPackage().cipherSuite(), Refusal.UNSUPPORTED);
    Refused.unless(
        welcome.secrets().size() <= client.config().mostMembers(), Refusal.TOO_MANY_MEMBERS);
    GroupSecrets secrets = open(suite, welcome);
    JoinerSecret joiner =
        JoinerSecret.received(
            suite, secrets.joinerSecret(), PskInputs.secret(suite, client, secrets.psks()));
    GroupInfo info = info(suite, joiner, welcome);
    Refused.unless(info.context().cipherSuite() == suite.id(), Refusal.UNSUPPORTED);
    PublicState open =
        GroupInfoCheck.believe(info, treeBeside, client.validator(), client.config().mostMembers());
    checkResumption(info.context(), secrets.psks());
    int leaf = ownLeaf(open.tree());
    Refused.unless(leaf != info.signer(), Refusal.INVALID_TREE);
    PrivatePath path = PrivatePath.of(leaf, own.leaf());
    Secret pathSecret = secrets.pathSecret();
    if (pathSecret != null) {
      path = TreeKem.implant(open.tree(), (int) info.signer(), pathSecret, path).own();
    }
    EpochSecrets epoch = joiner.epoch(open.context().encoded());
    joiner.wipe();
    Bytes expected = epoch.confirmationTag(suite, open.context().confirmedTranscriptHash());
    Refused.unless(
        MessageDigest.isEqual(expected.array(), info.confirmationTag().array()),
        Refusal.BAD_CONFIRMATION_TAG);
    return GroupState.entering(open, epoch, path, List.of(), Optional.empty());
  }

  private GroupSecrets open(CipherSuite suite, Welcome welcome) throws Refused {
    Welcome.Invitation invitation =
        welcome
            .invitationFor(own.keyPackage().reference(suite))
            .orElseThrow(() -> new Refused(Refusal.NOT_FOR_US));
    Secret encoded =
        suite.decryptWithLabel(
            own.init(), Welcoming.LABEL, welcome.encryptedGroupInfo(), invitation.sealed());
    try {
      GroupSecrets secrets = TlsReader.whole(encoded.array(), GroupSecrets::read);
      Refused.unless(secrets.joinerSecret().length() == suite.hashLength(), Refusal.MALFORMED);
      return secrets;
    } catch (Malformed e) {
      throw new Refused(Refusal.MALFORMED);
    } finally {
      encoded.wipe();
    }
  }

  private static GroupInfo info(CipherSuite suite, JoinerSecret joiner, Welcome welcome)
      throws Refused {
    byte[] encoded = Welcoming.openInfo(suite, joiner.welcome(), welcome.encryptedGroupInfo());
    try {
      return TlsReader.whole(encoded, GroupInfo::read);
    } catch (Malformed e) {
      throw new Refused(Refusal.MALFORMED);
    }
  }

  private int ownLeaf(RatchetTree tree) throws Refused {
    return tree.leaves()
        .filter(leaf -> own.keyPackage().leafNode().equals(tree.leaf(leaf)))
        .findFirst()
        .orElseThrow(() -> new Refused(Refusal.NOT_FOR_US));
  }

  /** Sections 11.2 and 11.3: a successor must be what its predecessor said it would be. */
  private void checkResumption(GroupContext context, List<PreSharedKeyId> ids) throws Refused {
    for (PreSharedKeyId id : ids) {
      if (id.key()
              instanceof
              PreSharedKeyId.Resumption(PreSharedKeyId.Usage usage, Bytes group, long epoch)
          && usage != PreSharedKeyId.Usage.APPLICATION) {
        Predecessor before =
            client
                .preSharedKeys()
                .resumption(group, epoch)
                .orElseThrow(() -> new Refused(Refusal.UNKNOWN_PSK));
        boolean fits =
            usage == PreSharedKeyId.Usage.BRANCH
                ? context.version() == before.context().version()
                    && context.cipherSuite() == before.context().cipherSuite()
                : before.reInit().map(announced -> isAnnounced(context, announced)).orElse(false);
        Refused.unless(fits && context.epoch() == 1, Refusal.INVALID_PROPOSAL);
      }
    }
  }

  private static boolean isAnnounced(GroupContext context, Proposal.ReInit announced) {
    return context.groupId().equals(announced.groupId())
        && context.version() == announced.version()
        && context.cipherSuite() == announced.cipherSuite()
        && context.extensions().equals(announced.extensions());
  }
}
