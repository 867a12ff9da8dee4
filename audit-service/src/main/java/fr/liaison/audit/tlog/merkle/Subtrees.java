package fr.liaison.audit.tlog.merkle;

/**
 * Hashes of ranges of leaves, put together from the perfect subtrees a {@link NodeReader} knows.
 */
final class Subtrees {

  private final NodeReader nodes;

  Subtrees(NodeReader nodes) {
    this.nodes = nodes;
  }

  /** MTH(D[from:to]); {@code from} must be a start that the RFC's recursive splits can produce. */
  Hash hash(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      int level = Long.numberOfTrailingZeros(width);
      return nodes.read(level, from >>> level);
    }
    long middle = from + split(width);
    return Hash.node(hash(from, middle), hash(middle, to));
  }

  /** The largest power of two below {@code width}, which must be at least 2. */
  static long split(long width) {
    return Long.highestOneBit(width - 1);
  }
}
