package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.ProposalOrRef;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.TranscriptHash;
import fr.liaison.mls.tree.RatchetTree;
import fr.liaison.mls.tree.TreeKem;
import fr.liaison.mls.tree.TreeRules;
import fr.liaison.mls.tree.UpdatePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything about a received commit that needs no secret (RFC 9420 section 12.4.2), for servers
 * and members alike: who signed it, whether its proposals are allowed, what the tree becomes,
 * whether the path fits, and the next context.
 */
final class Staging {
  private final PublicState before;
  private final CredentialValidator validator;

  Staging(PublicState before, CredentialValidator validator) {
    this.before = before;
    this.validator = validator;
  }

  Staged stage(AuthenticatedContent content, Commit commit) throws Refused {
    return switch (content.framed().sender()) {
      case Sender.Member(long leaf) -> stageMember(content, commit, leaf);
      case Sender.NewMemberCommit ignored -> stageExternal(content, commit);
      case Sender.External ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
      case Sender.NewMemberProposal ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
    };
  }

  private Staged stageMember(AuthenticatedContent content, Commit commit, long leaf)
      throws Refused {
    LeafNode own = TreeKem.requireLeaf(before.tree(), leaf);
    requireSignature(content, own.signatureKey());
    int committer = (int) leaf;
    ProposalList list = resolve(commit, content.framed().sender());
    AppliedProposals applied = apply(list, committer);
    UpdatePath path = commit.path();
    if (path == null) {
      Refused.unless(!list.needsPath(), Refusal.PATH_MISSING);
      return staged(content, committer, false, applied, applied.tree(), null);
    }
    requireLeaf(path.leafNode(), committer);
    Refused.unless(validator.acceptsSuccessor(own, path.leafNode()), Refusal.CREDENTIAL);
    RatchetTree tree = TreeKem.merge(applied.tree(), committer, path, applied.addedLeaves());
    return staged(content, committer, false, applied, tree, path);
  }

  private Staged stageExternal(AuthenticatedContent content, Commit commit) throws Refused {
    UpdatePath path = commit.path();
    if (path == null) {
      throw new Refused(Refusal.PATH_MISSING);
    }
    requireSignature(content, path.leafNode().signatureKey());
    ProposalList list = resolve(commit, content.framed().sender());
    AppliedProposals applied = applyExternal(list, path.leafNode());
    RatchetTree.Added place = applied.tree().reserve();
    requireLeaf(path.leafNode(), place.leaf());
    RatchetTree tree = TreeKem.merge(place.tree(), place.leaf(), path, applied.addedLeaves());
    return staged(content, place.leaf(), true, applied, tree, path);
  }

  /** The proposals of a member's commit, checked and applied. */
  AppliedProposals apply(ProposalList list, int committer) throws Refused {
    list.checkMember(committer);
    checkEach(list);
    return AppliedProposals.of(before, list);
  }

  /** The proposals of an external commit by the holder of this leaf, checked and applied. */
  AppliedProposals applyExternal(ProposalList list, LeafNode newcomer) throws Refused {
    list.checkExternal();
    checkEach(list);
    for (Proposal.Remove remove : list.all(Proposal.Remove.class)) {
      LeafNode old = TreeKem.requireLeaf(before.tree(), remove.leaf());
      Refused.unless(validator.acceptsSuccessor(old, newcomer), Refusal.INVALID_PROPOSAL);
    }
    return AppliedProposals.of(before, list);
  }

  private void checkEach(ProposalList list) throws Refused {
    ProposalRules rules = new ProposalRules(before.context(), before.tree(), validator);
    for (ProposalList.Entry entry : list.entries()) {
      rules.check(entry.sender(), entry.proposal());
    }
  }

  private ProposalList resolve(Commit commit, Sender committer) throws Refused {
    List<ProposalList.Entry> entries = new ArrayList<>();
    for (ProposalOrRef one : commit.proposals()) {
      switch (one) {
        case ProposalOrRef.Inline(Proposal proposal) ->
            entries.add(new ProposalList.Entry(committer, proposal, false));
        case ProposalOrRef.Reference(Bytes reference) -> {
          HeldProposal held = before.held(reference).orElse(null);
          if (held == null) {
            throw new Refused(Refusal.UNKNOWN_PROPOSAL);
          }
          entries.add(new ProposalList.Entry(held.sender(), held.proposal(), true));
        }
      }
    }
    return new ProposalList(entries);
  }

  private void requireSignature(AuthenticatedContent content, Bytes key) throws Refused {
    Refused.unless(
        content.isSigned(before.suite(), key, before.context().encoded()), Refusal.BAD_SIGNATURE);
  }

  private void requireLeaf(LeafNode leaf, int at) throws Refused {
    Refused.unless(leaf.source() instanceof LeafNodeSource.Committed, Refusal.INVALID_LEAF);
    new LeafRules(before.suite(), validator)
        .check(leaf, new LeafNode.Place(before.context().groupId(), at));
  }

  private Staged staged(
      AuthenticatedContent content,
      int committer,
      boolean external,
      AppliedProposals applied,
      RatchetTree tree,
      @org.jspecify.annotations.Nullable UpdatePath path)
      throws Refused {
    TreeRules.requireDistinctKeys(tree);
    TreeRules.requireCapabilities(tree, applied.extensions());
    GroupContext provisional = before.context().provisional(tree.treeHash(), applied.extensions());
    Bytes transcript =
        TranscriptHash.confirmed(before.suite(), before.interimTranscriptHash(), content);
    Bytes tag = content.auth().confirmationTag();
    if (tag == null || !(content.framed().content() instanceof Content.Committed)) {
      throw new IllegalArgumentException("only commits are staged");
    }
    PublicState after =
        new PublicState(provisional.withTranscript(transcript), tree, tag, List.of());
    return new Staged(committer, external, applied, path, provisional, after);
  }
}
