package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.leaf.ProtocolVersion;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.tree.RatchetTree;
import fr.liaison.mls.tree.TreeKem;
import fr.liaison.mls.tree.TreeRules;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before anybody believes a GroupInfo about a group they do not know (RFC 9420
 * sections 12.4.3 and 12.4.3.1).
 */
final class GroupInfoCheck {
  private GroupInfoCheck() {}

  /** The epoch that a GroupInfo describes, its tree inside or handed over beside it. */
  static PublicState believe(
      GroupInfo info, Optional<Bytes> treeBeside, CredentialValidator validator, int mostMembers)
      throws Refused {
    GroupContext context = info.context();
    CipherSuite suite =
        CipherSuite.of(context.cipherSuite()).orElseThrow(() -> new Refused(Refusal.UNSUPPORTED));
    Refused.unless(context.version() == ProtocolVersion.MLS10, Refusal.UNSUPPORTED);
    RatchetTree tree = tree(suite, info, treeBeside, mostMembers);
    Refused.unless(tree.treeHash().equals(context.treeHash()), Refusal.INVALID_TREE);
    Refused.unless(
        info.isSigned(suite, TreeKem.requireLeaf(tree, info.signer()).signatureKey()),
        Refusal.BAD_SIGNATURE);
    TreeRules.checkUnknown(tree, context.groupId(), new LeafRules(suite, validator));
    Refused.unless(
        context.extensions().hasNoDuplicates() && info.extensions().hasNoDuplicates(),
        Refusal.MALFORMED);
    for (ExternalSender sender : ExternalSender.in(context.extensions())) {
      Refused.unless(validator.acceptsExternalSender(sender), Refusal.CREDENTIAL);
    }
    TreeRules.requireCapabilities(tree, context.extensions());
    return new PublicState(context, tree, info.confirmationTag(), List.of());
  }

  private static RatchetTree tree(
      CipherSuite suite, GroupInfo info, Optional<Bytes> beside, int mostMembers) throws Refused {
    Bytes encoded =
        info.extensions()
            .find(ExtensionType.RATCHET_TREE)
            .or(() -> beside)
            .orElseThrow(() -> new Refused(Refusal.TREE_MISSING));
    try {
      return TlsReader.whole(encoded, in -> RatchetTree.read(suite, in, mostMembers));
    } catch (Malformed e) {
      throw new Refused(
          e.fault() == Malformed.Fault.TREE_TOO_LARGE
              ? Refusal.TOO_MANY_MEMBERS
              : Refusal.INVALID_TREE);
    }
  }
}
