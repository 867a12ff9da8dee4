package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.tree.RatchetTree;

/** Whether one proposal is valid by itself in this epoch (RFC 9420 sections 12.1 and 12.1.8). */
final class ProposalRules {
  private final GroupContext context;
  private final RatchetTree tree;
  private final CredentialValidator validator;
  private final LeafRules leafRules;

  ProposalRules(GroupContext context, RatchetTree tree, CredentialValidator validator) {
    this.context = context;
    this.tree = tree;
    this.validator = validator;
    this.leafRules = new LeafRules(tree.suite(), validator);
  }

  /** Whether this kind of sender may send this kind of proposal outside a commit. */
  static void checkSender(Sender sender, Proposal proposal) throws Refused {
    boolean allowed =
        switch (sender) {
          case Sender.Member ignored -> !(proposal instanceof Proposal.ExternalInit);
          case Sender.External ignored ->
              !(proposal instanceof Proposal.Update)
                  && !(proposal instanceof Proposal.ExternalInit);
          case Sender.NewMemberProposal ignored -> proposal instanceof Proposal.Add;
          case Sender.NewMemberCommit ignored -> false;
        };
    Refused.unless(allowed, Refusal.SENDER_NOT_ALLOWED);
  }

  /** The proposal's own rules. */
  void check(Sender sender, Proposal proposal) throws Refused {
    switch (proposal) {
      case Proposal.Add add -> leafRules.check(add.keyPackage());
      case Proposal.Update update -> checkUpdate(sender, update.leafNode());
      case Proposal.Remove remove ->
          Refused.unless(tree.leaf(remove.leaf()) != null, Refusal.INVALID_PROPOSAL);
      case Proposal.PreSharedKey psk -> checkPreSharedKey(psk.id());
      case Proposal.ReInit reInit ->
          Refused.unless(reInit.version() >= context.version(), Refusal.INVALID_PROPOSAL);
      case Proposal.ExternalInit ignored -> {}
      case Proposal.GroupContextExtensions change -> checkExtensions(change.extensions());
    }
  }

  private void checkUpdate(Sender sender, LeafNode leaf) throws Refused {
    LeafNode before = sender instanceof Sender.Member(long from) ? tree.leaf(from) : null;
    if (before == null || !(sender instanceof Sender.Member(long at))) {
      throw new Refused(Refusal.INVALID_PROPOSAL);
    }
    Refused.unless(
        leaf.source() instanceof LeafNodeSource.Updated
            && !leaf.encryptionKey().equals(before.encryptionKey()),
        Refusal.INVALID_LEAF);
    leafRules.check(leaf, new LeafNode.Place(context.groupId(), (int) at));
    Refused.unless(validator.acceptsSuccessor(before, leaf), Refusal.CREDENTIAL);
  }

  /** The usages reinit and branch belong to the first commit of a new group only. */
  private void checkPreSharedKey(PreSharedKeyId id) throws Refused {
    boolean usageFits =
        !(id.key()
                instanceof PreSharedKeyId.Resumption(PreSharedKeyId.Usage usage, Bytes g, long e))
            || usage == PreSharedKeyId.Usage.APPLICATION
            || context.epoch() == 0;
    Refused.unless(
        usageFits && id.nonce().length() == tree.suite().hashLength(), Refusal.INVALID_PROPOSAL);
  }

  private void checkExtensions(Extensions extensions) throws Refused {
    Refused.unless(extensions.hasNoDuplicates(), Refusal.INVALID_PROPOSAL);
    for (ExternalSender sender : ExternalSender.in(extensions)) {
      Refused.unless(validator.acceptsExternalSender(sender), Refusal.CREDENTIAL);
    }
  }
}
