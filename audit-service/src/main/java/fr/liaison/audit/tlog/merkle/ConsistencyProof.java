package fr.liaison.audit.tlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** The hashes that show a larger tree to begin with exactly the leaves of a smaller one. */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {

  public ConsistencyProof {
    if (oldSize < 0 || oldSize > newSize) {
      throw new IllegalArgumentException("a tree is never consistent with a smaller one");
    }
    hashes = List.copyOf(hashes);
  }

  public static ConsistencyProof prove(long oldSize, long newSize, NodeReader nodes) {
    List<Hash> hashes = new ArrayList<>();
    if (oldSize > 0 && oldSize < newSize) {
      collect(oldSize, 0, newSize, true, new Subtrees(nodes), hashes);
    }
    return new ConsistencyProof(oldSize, newSize, hashes);
  }

  private static void collect(
      long oldSize, long from, long to, boolean known, Subtrees subtrees, List<Hash> hashes) {
    if (oldSize == to) {
      if (!known) {
        hashes.add(subtrees.hash(from, to));
      }
      return;
    }
    long middle = from + Subtrees.split(to - from);
    if (oldSize <= middle) {
      collect(oldSize, from, middle, known, subtrees, hashes);
      hashes.add(subtrees.hash(middle, to));
    } else {
      collect(oldSize, middle, to, false, subtrees, hashes);
      hashes.add(subtrees.hash(from, middle));
    }
  }

  /** Whether the new head extends the old one; an empty old tree is extended by every other. */
  public boolean holds(TreeHead oldHead, TreeHead newHead) {
    if (oldHead.size() != oldSize || newHead.size() != newSize) {
      return false;
    }
    if (oldSize == newSize) {
      return hashes.isEmpty() && oldHead.root().equals(newHead.root());
    }
    if (oldSize == 0) {
      return hashes.isEmpty() && oldHead.equals(TreeHead.empty());
    }
    return climb(oldHead, newHead);
  }

  private boolean climb(TreeHead oldHead, TreeHead newHead) {
    // A power of two is a subtree of both trees, so its hash is the old root and not in the proof.
    List<Hash> path = new ArrayList<>();
    if (Long.bitCount(oldSize) == 1) {
      path.add(oldHead.root());
    }
    path.addAll(hashes);
    if (path.isEmpty()) {
      return false;
    }
    int skipped = Long.numberOfTrailingZeros(oldSize);
    long node = (oldSize - 1) >>> skipped;
    long last = (newSize - 1) >>> skipped;
    Hash oldRoot = path.getFirst();
    Hash newRoot = path.getFirst();
    for (Hash hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        oldRoot = Hash.node(hash, oldRoot);
        newRoot = Hash.node(hash, newRoot);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        newRoot = Hash.node(newRoot, hash);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && oldRoot.equals(oldHead.root()) && newRoot.equals(newHead.root());
  }
}
