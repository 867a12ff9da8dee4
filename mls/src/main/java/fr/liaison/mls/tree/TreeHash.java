package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** TreeHashInput, RFC 9420 section 7.8, and its variant without some leaves (section 7.9). */
final class TreeHash {
  private static final int LEAF = 1;
  private static final int PARENT = 2;

  private TreeHash() {}

  static Bytes of(RatchetTree tree, int node) {
    if (TreeMath.isLeaf(node)) {
      return leaf(tree, node, false);
    }
    return parent(
        tree,
        tree.parentNode(node),
        tree.hash(TreeMath.left(node)),
        tree.hash(TreeMath.right(node)));
  }

  /** As if these leaves had never been added: blank, and unmerged nowhere. */
  static Bytes without(RatchetTree tree, int node, NavigableSet<Long> leaves) {
    long first = TreeMath.firstLeaf(node);
    long last = TreeMath.lastLeaf(node);
    if (leaves.subSet(first, true, last, true).isEmpty()) {
      return tree.hash(node);
    }
    if (TreeMath.isLeaf(node)) {
      return leaf(tree, node, true);
    }
    ParentNode parent = tree.parentNode(node);
    return parent(
        tree,
        parent == null
            ? null
            : new ParentNode(
                parent.encryptionKey(),
                parent.parentHash(),
                parent.unmergedLeaves().stream().filter(leaf -> !leaves.contains(leaf)).toList()),
        without(tree, TreeMath.left(node), leaves),
        without(tree, TreeMath.right(node), leaves));
  }

  private static Bytes leaf(RatchetTree tree, int node, boolean blank) {
    int leaf = TreeMath.leafOf(node);
    return digest(
        tree, new TlsWriter().uint8(LEAF).uint32(leaf).optional(blank ? null : tree.leaf(leaf)));
  }

  private static Bytes parent(
      RatchetTree tree, @Nullable ParentNode parent, Bytes left, Bytes right) {
    return digest(tree, new TlsWriter().uint8(PARENT).optional(parent).opaque(left).opaque(right));
  }

  private static Bytes digest(RatchetTree tree, TlsWriter input) {
    return Bytes.wrap(tree.suite().hash(input.toArray()));
  }
}
