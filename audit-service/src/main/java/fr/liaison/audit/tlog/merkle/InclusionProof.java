package fr.liaison.audit.tlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** The sibling hashes, from the leaf up, that tie one leaf to the root of a tree. */
public record InclusionProof(long index, long treeSize, List<Hash> siblings) {

  public InclusionProof {
    if (index < 0 || index >= treeSize) {
      throw new IllegalArgumentException("the leaf is not in the tree");
    }
    siblings = List.copyOf(siblings);
  }

  public static InclusionProof prove(long index, long treeSize, NodeReader nodes) {
    Subtrees subtrees = new Subtrees(nodes);
    List<Hash> siblings = new ArrayList<>();
    long from = 0;
    long to = treeSize;
    while (to - from > 1) {
      long middle = from + Subtrees.split(to - from);
      if (index < middle) {
        siblings.add(subtrees.hash(middle, to));
        to = middle;
      } else {
        siblings.add(subtrees.hash(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(index, treeSize, siblings.reversed());
  }

  /** Whether this leaf hash, at this index, is committed to by the head. */
  public boolean holds(Hash leaf, TreeHead head) {
    if (head.size() != treeSize) {
      return false;
    }
    long node = index;
    long last = treeSize - 1;
    Hash hash = leaf;
    for (Hash sibling : siblings) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = Hash.node(hash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(head.root());
  }
}
