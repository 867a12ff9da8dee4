package fr.liaison.mls.group;

import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.tree.RatchetTree;
import fr.liaison.mls.tree.TreeKem;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a list of proposals makes of an epoch, in the order of RFC 9420 section 12.3: extensions,
 * updates, removals, additions.
 *
 * @param tree without the commit's path
 * @param added in the order of the proposals, as a Welcome needs them
 */
record AppliedProposals(
    RatchetTree tree,
    Extensions extensions,
    List<Newcomer> added,
    NavigableMap<Integer, LeafNode> removed,
    NavigableMap<Integer, LeafNode> updated,
    List<PreSharedKeyId> preSharedKeys,
    Optional<Proposal.ReInit> reInit) {
  /** A client added, and where it stands. */
  record Newcomer(int leaf, KeyPackage keyPackage) {}

  static AppliedProposals of(PublicState before, ProposalList list) throws Refused {
    RatchetTree tree = before.tree();
    NavigableMap<Integer, LeafNode> updated = new TreeMap<>();
    for (ProposalList.Entry entry : list.entries()) {
      if (entry.proposal() instanceof Proposal.Update(LeafNode leaf)
          && entry.sender() instanceof Sender.Member(long at)) {
        tree = tree.update((int) at, leaf);
        updated.put((int) at, leaf);
      }
    }
    NavigableMap<Integer, LeafNode> removed = new TreeMap<>();
    for (Proposal.Remove remove : list.all(Proposal.Remove.class)) {
      removed.put((int) remove.leaf(), TreeKem.requireLeaf(before.tree(), remove.leaf()));
    }
    // From the right, so that cutting off empty halves never moves a leaf still to be removed.
    for (int leaf : removed.descendingKeySet()) {
      tree = tree.remove(leaf);
    }
    List<Newcomer> added = new ArrayList<>();
    for (Proposal.Add add : list.all(Proposal.Add.class)) {
      RatchetTree.Added placed = tree.add(add.keyPackage().leafNode());
      tree = placed.tree();
      added.add(new Newcomer(placed.leaf(), add.keyPackage()));
    }
    return new AppliedProposals(
        tree,
        list.all(Proposal.GroupContextExtensions.class).stream()
            .findFirst()
            .map(Proposal.GroupContextExtensions::extensions)
            .orElse(before.context().extensions()),
        List.copyOf(added),
        removed,
        updated,
        list.all(Proposal.PreSharedKey.class).stream().map(Proposal.PreSharedKey::id).toList(),
        list.all(Proposal.ReInit.class).stream().findFirst());
  }

  Set<Integer> addedLeaves() {
    return added.stream().map(Newcomer::leaf).collect(Collectors.toCollection(TreeSet::new));
  }
}
