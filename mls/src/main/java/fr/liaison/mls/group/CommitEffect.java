package fr.liaison.mls.group;

import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a commit changed, leaf by leaf.
 *
 * @param committer the leaf that committed, after the commit
 * @param external whether it joined by this very commit
 * @param added the new leaves, that of an external committer included
 * @param keyPackages of those added by proposal: whom a Welcome must serve
 * @param removed the old leaves that are gone, that an external committer replaced included
 * @param updated leaves that changed their keys by proposal, not counting the committer
 * @param extensionsChanged whether the group's extensions were set anew
 * @param reInit that the group ends here, and as what it goes on
 */
public record CommitEffect(
    int committer,
    boolean external,
    Map<Integer, LeafNode> added,
    List<KeyPackage> keyPackages,
    Map<Integer, LeafNode> removed,
    Map<Integer, LeafNode> updated,
    boolean extensionsChanged,
    Optional<Proposal.ReInit> reInit) {
  public CommitEffect {
    added = Map.copyOf(added);
    keyPackages = List.copyOf(keyPackages);
    removed = Map.copyOf(removed);
    updated = Map.copyOf(updated);
  }
}
