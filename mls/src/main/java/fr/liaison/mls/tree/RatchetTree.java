package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.leaf.LeafNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The public part of the ratchet tree (RFC 9420 sections 4.1 and 7.7). Every change answers a new
 * tree; what did not change is shared, computed hashes included. Safe to read from any thread.
 */
public final class RatchetTree implements Encodable {
  private static final int MOST_LEAVES = 1 << 29;

  private final CipherSuite suite;
  private final @Nullable Node[] nodes;
  private final @Nullable Bytes[] hashes;

  private RatchetTree(CipherSuite suite, @Nullable Node[] nodes, @Nullable Bytes[] hashes) {
    this.suite = suite;
    this.nodes = nodes;
    this.hashes = hashes;
  }

  /** A group of one. */
  public static RatchetTree of(CipherSuite suite, LeafNode only) {
    return new RatchetTree(
        suite, new @Nullable Node[] {new Node.Leaf(only)}, new @Nullable Bytes[1]);
  }

  /**
   * Reads {@code optional<Node> ratchet_tree<V>} (section 7.8). Only its shape is judged here:
   * leaves at even places, parents at odd ones, the last not blank.
   */
  public static RatchetTree read(CipherSuite suite, TlsReader in) throws Malformed {
    return read(suite, in, MOST_LEAVES);
  }

  /** The same for a tree of a stranger: a blank node is one byte there and many here. */
  public static RatchetTree read(CipherSuite suite, TlsReader in, int mostLeaves) throws Malformed {
    AtomicInteger nodesRead = new AtomicInteger();
    // A list of its own, because the house's lists have no nulls.
    List<Optional<Node>> given =
        in.vector(
            item -> {
              if (nodesRead.incrementAndGet() >= 2L * mostLeaves) {
                throw item.fault(Malformed.Fault.TREE_TOO_LARGE, 0);
              }
              return Optional.ofNullable(item.optional(Node::read));
            });
    if (given.isEmpty() || given.getLast().isEmpty()) {
      throw in.fault(Malformed.Fault.TREE_SHAPE, 1);
    }
    int leaves = 1;
    while (TreeMath.nodeCount(leaves) < given.size()) {
      leaves *= 2;
    }
    @Nullable Node[] nodes = new Node[TreeMath.nodeCount(leaves)];
    for (int i = 0; i < given.size(); i++) {
      Node node = given.get(i).orElse(null);
      if (node != null && !fits(node, i)) {
        throw in.fault(Malformed.Fault.TREE_SHAPE, 1);
      }
      nodes[i] = node;
    }
    return new RatchetTree(suite, nodes, new @Nullable Bytes[nodes.length]);
  }

  /** Unmerged leaves must be below their node and ascending, or no index can be trusted. */
  private static boolean fits(Node node, int at) {
    return switch (node) {
      case Node.Leaf ignored -> TreeMath.isLeaf(at);
      case Node.Parent(ParentNode parent) -> {
        long last = -1;
        for (long leaf : parent.unmergedLeaves()) {
          if (leaf <= last
              || TreeMath.isLeaf(at)
              || leaf < TreeMath.firstLeaf(at)
              || leaf > TreeMath.lastLeaf(at)) {
            yield false;
          }
          last = leaf;
        }
        yield !TreeMath.isLeaf(at);
      }
    };
  }

  public CipherSuite suite() {
    return suite;
  }

  /** How many leaves the tree has room for: a power of two. */
  public int leafCount() {
    return nodes.length / 2 + 1;
  }

  public int nodeCount() {
    return nodes.length;
  }

  public int root() {
    return TreeMath.root(leafCount());
  }

  /** The leaf with this number; null when it is blank or there is no such place. */
  public @Nullable LeafNode leaf(long leaf) {
    return leaf >= 0
            && leaf < leafCount()
            && nodes[TreeMath.nodeOf((int) leaf)] instanceof Node.Leaf(LeafNode found)
        ? found
        : null;
  }

  /** Null for a leaf and for a blank. */
  @Nullable ParentNode parentNode(int node) {
    return nodes[node] instanceof Node.Parent(ParentNode parent) ? parent : null;
  }

  @Nullable Node node(int node) {
    return nodes[node];
  }

  /** The numbers of the leaves that are not blank, ascending. */
  public IntStream leaves() {
    return IntStream.range(0, leafCount()).filter(leaf -> nodes[TreeMath.nodeOf(leaf)] != null);
  }

  /** Section 4.1.1: the nodes whose keys together reach everybody below. */
  public int[] resolution(int node) {
    IntStream.Builder found = IntStream.builder();
    resolve(node, found);
    return found.build().toArray();
  }

  private void resolve(int at, IntStream.Builder found) {
    switch (nodes[at]) {
      case Node.Parent(ParentNode parent) -> {
        found.add(at);
        parent.unmergedLeaves().forEach(leaf -> found.add(TreeMath.nodeOf((int) (long) leaf)));
      }
      case Node.Leaf ignored -> found.add(at);
      case null -> {
        if (!TreeMath.isLeaf(at)) {
          resolve(TreeMath.left(at), found);
          resolve(TreeMath.right(at), found);
        }
      }
    }
  }

  private boolean hasEmptyResolution(int node) {
    return nodes[node] == null
        && (TreeMath.isLeaf(node)
            || (hasEmptyResolution(TreeMath.left(node))
                && hasEmptyResolution(TreeMath.right(node))));
  }

  /** Section 4.1.2: the direct path without the nodes whose other side is empty. */
  public FilteredPath filteredPath(int leaf) {
    List<FilteredPath.Step> steps = new ArrayList<>();
    int below = TreeMath.nodeOf(leaf);
    for (int node : TreeMath.directPath(leaf, leafCount())) {
      int copath = TreeMath.sibling(below);
      if (!hasEmptyResolution(copath)) {
        steps.add(new FilteredPath.Step(node, copath));
      }
      below = node;
    }
    return new FilteredPath(leaf, steps);
  }

  /** Section 7.7: at the leftmost blank leaf, in a tree twice as large when there is none. */
  public Added add(LeafNode leaf) {
    Added place = reserve();
    RatchetTree next = place.tree().copy();
    next.nodes[TreeMath.nodeOf(place.leaf())] = new Node.Leaf(leaf);
    for (int node : TreeMath.directPath(place.leaf(), next.leafCount())) {
      if (next.nodes[node] instanceof Node.Parent(ParentNode parent)) {
        next.nodes[node] = new Node.Parent(parent.withUnmerged(place.leaf()));
      }
    }
    next.forgetHashes(place.leaf());
    return new Added(next, place.leaf());
  }

  /** The place {@link #add} would take, still blank, in a tree that has it. */
  public Added reserve() {
    int place =
        IntStream.range(0, leafCount())
            .filter(leaf -> nodes[TreeMath.nodeOf(leaf)] == null)
            .findFirst()
            .orElse(leafCount());
    return new Added(place < leafCount() ? this : resized(2 * leafCount()), place);
  }

  /** What {@link #add} answers. */
  public record Added(RatchetTree tree, int leaf) {}

  /** Section 12.1.2: the leaf replaced, its direct path blank. */
  public RatchetTree update(int leaf, LeafNode replacement) {
    RatchetTree next = blankPath(leaf);
    next.nodes[TreeMath.nodeOf(leaf)] = new Node.Leaf(replacement);
    return next;
  }

  /** Section 12.1.3: leaf and direct path blank, empty right halves cut off. */
  public RatchetTree remove(int leaf) {
    RatchetTree next = blankPath(leaf);
    next.nodes[TreeMath.nodeOf(leaf)] = null;
    int leaves = next.leafCount();
    while (leaves > 1 && next.hasEmptyResolution(TreeMath.right(TreeMath.root(leaves)))) {
      leaves /= 2;
    }
    return leaves == next.leafCount() ? next : next.resized(leaves);
  }

  private RatchetTree blankPath(int leaf) {
    RatchetTree next = copy();
    for (int node : TreeMath.directPath(leaf, leafCount())) {
      next.nodes[node] = null;
    }
    next.forgetHashes(leaf);
    return next;
  }

  /** Section 7.5: the leaf and its filtered path replaced, the rest of its direct path blank. */
  RatchetTree merge(FilteredPath path, LeafNode leaf, List<ParentNode> parents) {
    RatchetTree next = blankPath(path.leaf());
    for (int i = 0; i < parents.size(); i++) {
      next.nodes[path.steps().get(i).node()] = new Node.Parent(parents.get(i));
    }
    next.nodes[TreeMath.nodeOf(path.leaf())] = new Node.Leaf(leaf);
    return next;
  }

  /** Section 7.8: the hash of a subtree. */
  Bytes hash(int node) {
    Bytes known = hashes[node];
    if (known == null) {
      known = TreeHash.of(this, node);
      hashes[node] = known;
    }
    return known;
  }

  /** Section 7.8: the hash of the whole tree. */
  public Bytes treeHash() {
    return hash(root());
  }

  @Override
  public void write(TlsWriter out) {
    int last = nodes.length - 1;
    while (nodes[last] == null) {
      last--;
    }
    List<Optional<Node>> written = new ArrayList<>(last + 1);
    for (int i = 0; i <= last; i++) {
      written.add(Optional.ofNullable(nodes[i]));
    }
    out.vector(written, (inner, node) -> inner.optional(node.orElse(null)));
  }

  private RatchetTree resized(int leaves) {
    int size = TreeMath.nodeCount(leaves);
    // The hashes stay true: what was the root is now the left half, or the other way round.
    return new RatchetTree(suite, Arrays.copyOf(nodes, size), Arrays.copyOf(hashes, size));
  }

  private RatchetTree copy() {
    return new RatchetTree(suite, nodes.clone(), hashes.clone());
  }

  private void forgetHashes(int leaf) {
    hashes[TreeMath.nodeOf(leaf)] = null;
    for (int node : TreeMath.directPath(leaf, leafCount())) {
      hashes[node] = null;
    }
  }
}
