package fr.liaison.mls.tree;

import java.util.List;

/**
 * The filtered direct path of a leaf (RFC 9420 section 4.1.2), bottom up: the nodes that get new
 * keys when the leaf commits.
 */
public record FilteredPath(int leaf, List<Step> steps) {
  /** A node of the path and its child on the other side, to whose resolution the secret goes. */
  public record Step(int node, int copath) {}

  public FilteredPath {
    steps = List.copyOf(steps);
  }

  /** Which step is the lowest that covers the other leaf; -1 when none does. */
  int stepOver(int otherLeaf) {
    for (int i = 0; i < steps.size(); i++) {
      if (TreeMath.covers(steps.get(i).node(), TreeMath.nodeOf(otherLeaf))) {
        return i;
      }
    }
    return -1;
  }
}
