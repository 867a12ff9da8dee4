package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;

/** A member's side of proposing (RFC 9420 section 12.1). */
final class Proposer {
  private final Client client;
  private final GroupState state;

  Proposer(Client client, GroupState state) {
    this.client = client;
    this.state = state;
  }

  /** An Update of our own leaf; its private key waits in the state. */
  Proposing.Ready update(LeafNode.Identity identity, boolean encrypted) throws Refused {
    HpkeKeyPair pair = state.suite().generateKeyPair();
    LeafNode leaf =
        LeafNode.placed(
            state.suite(),
            client.signer(),
            pair.publicKey(),
            identity,
            new LeafNodeSource.Updated(),
            new LeafNode.Place(state.open().context().groupId(), state.privatePath().leaf()));
    return propose(state.withOwnUpdate(pair), new Proposal.Update(leaf), encrypted);
  }

  Proposing.Ready propose(Proposal proposal, boolean encrypted) throws Refused {
    if (proposal instanceof Proposal.Add add) {
      LeafRules.checkLifetime(
          add.keyPackage(), client.clock().instant(), client.config().longestLifetime());
    }
    return propose(state, proposal, encrypted);
  }

  private Proposing.Ready propose(GroupState from, Proposal proposal, boolean encrypted)
      throws Refused {
    Refused.unless(from.closedBy().isEmpty(), Refusal.GROUP_CLOSED);
    FramedContent framed =
        new FramedContent(
            from.open().context().groupId(),
            from.open().context().epoch(),
            new Sender.Member(from.privatePath().leaf()),
            Bytes.EMPTY,
            new Content.Proposed(proposal));
    AuthenticatedContent content =
        AuthenticatedContent.signed(
            from.suite(),
            client.signer(),
            encrypted ? WireFormat.PRIVATE_MESSAGE : WireFormat.PUBLIC_MESSAGE,
            framed,
            from.open().context().encoded());
    HeldProposal held =
        Framing.proposal(
            from.open(),
            content,
            proposal,
            new ProposalRules(from.open().context(), from.open().tree(), client.validator()));
    GroupState next = from.with(from.open().with(held));
    if (!encrypted) {
      return new Proposing.Ready(PublicFraming.wrap(from, content), held, Group.of(client, next));
    }
    PrivateFraming.Sealed sealed =
        PrivateFraming.wrap(
            from.suite(),
            from.keys(),
            from.secrets().senderData(),
            from.privatePath().leaf(),
            content,
            client.config().padding());
    return new Proposing.Ready(sealed.message(), held, Group.of(client, next.with(sealed.keys())));
  }
}
