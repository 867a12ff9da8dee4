package fr.liaison.audit.tlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 word for word: recursive, slow, and the yardstick of the tests. */
public final class NaiveTree {

  private final List<Hash> leaves;

  public NaiveTree(List<Hash> leaves) {
    this.leaves = List.copyOf(leaves);
  }

  public TreeHead head() {
    return new TreeHead(leaves.size(), root(leaves));
  }

  public TreeHead head(int size) {
    return new TreeHead(size, root(leaves.subList(0, size)));
  }

  public Hash read(int level, long index) {
    int from = (int) (index << level);
    return root(leaves.subList(from, from + (1 << level)));
  }

  public List<Hash> inclusion(int leaf) {
    return path(leaf, leaves);
  }

  public List<Hash> consistency(int oldSize) {
    return subproof(oldSize, leaves, true);
  }

  static Hash root(List<Hash> leaves) {
    return switch (leaves.size()) {
      case 0 -> Hash.emptyTree();
      case 1 -> leaves.getFirst();
      default -> {
        int k = split(leaves.size());
        yield Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
      }
    };
  }

  private static List<Hash> path(int leaf, List<Hash> leaves) {
    int n = leaves.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return leaf < k
        ? plus(path(leaf, leaves.subList(0, k)), root(leaves.subList(k, n)))
        : plus(path(leaf - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
  }

  private static List<Hash> subproof(int m, List<Hash> leaves, boolean known) {
    int n = leaves.size();
    if (m == n) {
      return known ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, leaves.subList(0, k), known), root(leaves.subList(k, n)))
        : plus(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
  }

  private static List<Hash> plus(List<Hash> hashes, Hash last) {
    List<Hash> all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }
}
