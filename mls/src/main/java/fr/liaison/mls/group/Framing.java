package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.tree.TreeKem;
import java.util.List;

/** Who sent framed content, and whether its signature is theirs (RFC 9420 sections 6.1, 12.1.8). */
final class Framing {
  private Framing() {}

  /** That it is for this group and this epoch. */
  static void requirePlace(PublicState state, Bytes groupId, long epoch) throws Refused {
    Refused.unless(groupId.equals(state.context().groupId()), Refusal.WRONG_GROUP);
    int order = Long.compareUnsigned(epoch, state.context().epoch());
    Refused.unless(order >= 0, Refusal.STALE_EPOCH);
    Refused.unless(order <= 0, Refusal.FUTURE_EPOCH);
  }

  /** A proposal that was sent by itself, as it may be held. */
  static HeldProposal proposal(
      PublicState state, AuthenticatedContent content, Proposal proposal, ProposalRules rules)
      throws Refused {
    FramedContent framed = content.framed();
    ProposalRules.checkSender(framed.sender(), proposal);
    Refused.unless(
        content.isSigned(
            state.suite(),
            proposerKey(state, framed.sender(), proposal),
            state.context().encoded()),
        Refusal.BAD_SIGNATURE);
    rules.check(framed.sender(), proposal);
    return new HeldProposal(content.proposalReference(state.suite()), framed.sender(), proposal);
  }

  private static Bytes proposerKey(PublicState state, Sender sender, Proposal proposal)
      throws Refused {
    return switch (sender) {
      case Sender.Member(long leaf) -> TreeKem.requireLeaf(state.tree(), leaf).signatureKey();
      case Sender.External(long index) -> {
        List<ExternalSender> allowed = ExternalSender.in(state.context().extensions());
        Refused.unless(index < allowed.size(), Refusal.UNKNOWN_SENDER);
        yield allowed.get((int) index).signatureKey();
      }
      case Sender.NewMemberProposal ignored when proposal instanceof Proposal.Add add ->
          add.keyPackage().leafNode().signatureKey();
      case Sender.NewMemberProposal ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
      case Sender.NewMemberCommit ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
    };
  }
}
