package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Parent hashes, RFC 9420 section 7.9: each key of a path vouches for the one above it, so that
 * nobody can put a key into the tree that no member generated.
 */
final class ParentHash {
  private ParentHash() {}

  /**
   * The parent nodes of a new path with their hashes, bottom up, and last the hash for the leaf.
   *
   * @param tree the tree with the path's nodes still blank or old; only other sides are read
   * @param keys the new public keys, bottom up
   */
  static Chain chain(RatchetTree tree, FilteredPath path, List<Bytes> keys) {
    List<ParentNode> parents = new ArrayList<>(Collections.nCopies(keys.size(), NONE));
    Bytes above = Bytes.EMPTY;
    for (int i = keys.size() - 1; i >= 0; i--) {
      ParentNode parent = new ParentNode(keys.get(i), above, List.of());
      parents.set(i, parent);
      above = of(tree, parent, path.steps().get(i).copath());
    }
    return new Chain(parents, above);
  }

  /** What {@link #chain} answers. */
  record Chain(List<ParentNode> parents, Bytes leafHash) {}

  private static final ParentNode NONE = new ParentNode(Bytes.EMPTY, Bytes.EMPTY, List.of());

  /** Whether every parent of the tree is vouched for by something below it (section 7.9.2). */
  static boolean allValid(RatchetTree tree) {
    for (int node = 1; node < tree.nodeCount(); node += 2) {
      ParentNode parent = tree.parentNode(node);
      if (parent != null
          && !isVouchedFor(tree, parent, TreeMath.left(node), TreeMath.right(node))
          && !isVouchedFor(tree, parent, TreeMath.right(node), TreeMath.left(node))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVouchedFor(RatchetTree tree, ParentNode parent, int side, int other) {
    Bytes expected = of(tree, parent, other);
    int[] resolution = tree.resolution(side);
    for (int node : resolution) {
      if (expected.equals(parentHash(tree.node(node)))
          && restIsUnmerged(resolution, node, parent, side)) {
        return true;
      }
    }
    return false;
  }

  /** The others below this side must be exactly those added since the parent got its key. */
  private static boolean restIsUnmerged(int[] resolution, int node, ParentNode parent, int side) {
    Set<Integer> rest = new TreeSet<>();
    for (int one : resolution) {
      if (one != node) {
        rest.add(one);
      }
    }
    Set<Integer> unmerged = new TreeSet<>();
    for (long leaf : parent.unmergedLeaves()) {
      int at = TreeMath.nodeOf((int) leaf);
      if (TreeMath.covers(side, at)) {
        unmerged.add(at);
      }
    }
    return rest.equals(unmerged);
  }

  private static @Nullable Bytes parentHash(@Nullable Node node) {
    return switch (node) {
      case Node.Parent(ParentNode parent) -> parent.parentHash();
      case Node.Leaf(LeafNode leaf) ->
          leaf.source() instanceof LeafNodeSource.Committed(Bytes hash) ? hash : null;
      case null -> null;
    };
  }

  private static Bytes of(RatchetTree tree, ParentNode parent, int sibling) {
    Bytes original = TreeHash.without(tree, sibling, new TreeSet<>(parent.unmergedLeaves()));
    return Bytes.wrap(
        tree.suite()
            .hash(
                new TlsWriter()
                    .opaque(parent.encryptionKey())
                    .opaque(parent.parentHash())
                    .opaque(original)
                    .toArray()));
  }
}
