package fr.liaison.mls.tree;

/**
 * The arithmetic of a full binary tree kept in an array (RFC 9420 appendix C): leaves at even
 * places, parents at odd ones. The number of leaves is always a power of two.
 */
public final class TreeMath {
  private TreeMath() {}

  /** How many nodes a tree of so many leaves has. */
  public static int nodeCount(int leaves) {
    return 2 * leaves - 1;
  }

  public static int root(int leaves) {
    return leaves - 1;
  }

  /** 0 for a leaf. */
  public static int level(int node) {
    return Integer.numberOfTrailingZeros(~node);
  }

  public static boolean isLeaf(int node) {
    return (node & 1) == 0;
  }

  /** Of a parent. */
  public static int left(int node) {
    return node ^ (1 << (level(node) - 1));
  }

  /** Of a parent. */
  public static int right(int node) {
    return node ^ (3 << (level(node) - 1));
  }

  /** Of any node but the root. */
  public static int parent(int node) {
    int level = level(node);
    return (node | (1 << level)) & ~(1 << (level + 1));
  }

  /** Of any node but the root. */
  public static int sibling(int node) {
    int parent = parent(node);
    return node < parent ? right(parent) : left(parent);
  }

  public static int nodeOf(int leaf) {
    return 2 * leaf;
  }

  public static int leafOf(int node) {
    return node / 2;
  }

  /** Whether the second node is the first or stands below it. */
  public static boolean covers(int ancestor, int node) {
    int half = (1 << level(ancestor)) - 1;
    return node >= ancestor - half && node <= ancestor + half;
  }

  public static int firstLeaf(int node) {
    return (node - ((1 << level(node)) - 1)) / 2;
  }

  public static int lastLeaf(int node) {
    return (node + ((1 << level(node)) - 1)) / 2;
  }

  /** From the leaf's parent up to the root; empty when the leaf is the root. */
  public static int[] directPath(int leaf, int leaves) {
    int root = root(leaves);
    int[] path = new int[level(root)];
    int node = nodeOf(leaf);
    for (int i = 0; i < path.length; i++) {
      node = parent(node);
      path[i] = node;
    }
    return path;
  }
}
