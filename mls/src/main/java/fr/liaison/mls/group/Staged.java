package fr.liaison.mls.group;

import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.tree.UpdatePath;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A commit that keeps every public rule, not yet confirmed by a secret.
 *
 * @param provisional the context under which the path's secrets are sealed
 * @param after the next epoch as everybody can see it
 */
record Staged(
    int committer,
    boolean external,
    AppliedProposals applied,
    @Nullable UpdatePath path,
    GroupContext provisional,
    PublicState after) {
  CommitEffect effect(PublicState before) {
    Map<Integer, LeafNode> added = new TreeMap<>();
    applied.added().forEach(one -> added.put(one.leaf(), one.keyPackage().leafNode()));
    if (external && path != null) {
      added.put(committer, path.leafNode());
    }
    return new CommitEffect(
        committer,
        external,
        added,
        applied.added().stream().map(AppliedProposals.Newcomer::keyPackage).toList(),
        applied.removed(),
        applied.updated(),
        !applied.extensions().equals(before.context().extensions()),
        applied.reInit());
  }

  boolean removes(int leaf) {
    return applied.removed().containsKey(leaf);
  }
}
