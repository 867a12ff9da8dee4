package fr.liaison.audit.tlog.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The least state from which a log can grow and tell its root: the perfect subtrees that make up
 * the tree, largest first, at most 63. Appending never reads the tree. Not thread-safe.
 */
public final class CompactRange {

  private final List<Hash> subtrees;
  private long size;

  private CompactRange(long size, List<Hash> subtrees) {
    this.size = size;
    this.subtrees = subtrees;
  }

  public static CompactRange empty() {
    return new CompactRange(0, new ArrayList<>());
  }

  /** Reads what {@link #toBytes} wrote for a tree of this size. */
  public static CompactRange parse(long size, byte[] bytes) {
    if (size < 0 || bytes.length != Long.bitCount(size) * Hash.BYTES) {
      throw new MalformedLogDataException("a compact range has one hash per set bit of its size");
    }
    ByteBuffer source = ByteBuffer.wrap(bytes);
    List<Hash> subtrees = new ArrayList<>();
    while (source.hasRemaining()) {
      subtrees.add(Hash.read(source));
    }
    return new CompactRange(size, subtrees);
  }

  public long size() {
    return size;
  }

  /** Adds one leaf and reports every subtree it completes, itself included. */
  public void append(Hash leaf, NodeSink sink) {
    Hash node = leaf;
    int level = 0;
    sink.complete(0, size, node);
    while (((size >>> level) & 1) == 1) {
      node = Hash.node(subtrees.removeLast(), node);
      level++;
      sink.complete(level, size >>> level, node);
    }
    subtrees.add(node);
    size++;
  }

  public TreeHead head() {
    if (subtrees.isEmpty()) {
      return new TreeHead(0, Hash.emptyTree());
    }
    Hash root = subtrees.getLast();
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = Hash.node(subtrees.get(i), root);
    }
    return new TreeHead(size, root);
  }

  public byte[] toBytes() {
    ByteBuffer target = ByteBuffer.allocate(subtrees.size() * Hash.BYTES);
    subtrees.forEach(subtree -> subtree.writeTo(target));
    return target.array();
  }
}
