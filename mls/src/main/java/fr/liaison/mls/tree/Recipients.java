package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** To whom a path secret is sealed: the other side's resolution without the commit's newcomers. */
final class Recipients {
  private Recipients() {}

  static int[] of(RatchetTree tree, FilteredPath.Step step, Set<Integer> addedLeaves) {
    int[] resolution = tree.resolution(step.copath());
    return addedLeaves.isEmpty()
        ? resolution
        : Arrays.stream(resolution)
            .filter(node -> !TreeMath.isLeaf(node) || !addedLeaves.contains(TreeMath.leafOf(node)))
            .toArray();
  }

  static Bytes key(RatchetTree tree, int node) {
    return Objects.requireNonNull(tree.node(node), "a resolution has no blanks").encryptionKey();
  }
}
