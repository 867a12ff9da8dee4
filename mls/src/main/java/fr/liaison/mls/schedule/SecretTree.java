package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.tree.TreeMath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The secret tree of one epoch (RFC 9420 section 9): from the encryption secret down to two
 * ratchets for every leaf, expanded where somebody sends. A secret that was expanded or used is no
 * longer part of the next tree, so no later state can derive it again. Immutable.
 */
public final class SecretTree {
  /** The two ratchets of a leaf. */
  public enum Kind {
    HANDSHAKE,
    APPLICATION
  }

  private static final byte[] LEFT = "left".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RIGHT = "right".getBytes(StandardCharsets.US_ASCII);

  private final CipherSuite suite;
  private final int leafCount;
  private final SortedMap<Integer, Secret> nodes;
  private final SortedMap<Integer, Pair> leaves;

  private SecretTree(
      CipherSuite suite,
      int leafCount,
      SortedMap<Integer, Secret> nodes,
      SortedMap<Integer, Pair> leaves) {
    this.suite = suite;
    this.leafCount = leafCount;
    this.nodes = nodes;
    this.leaves = leaves;
  }

  private record Pair(Ratchet handshake, Ratchet application) {
    static Pair read(CipherSuite suite, TlsReader in) throws Malformed {
      return new Pair(Ratchet.read(suite, in), Ratchet.read(suite, in));
    }

    Ratchet of(Kind kind) {
      return kind == Kind.HANDSHAKE ? handshake : application;
    }

    Pair with(Kind kind, Ratchet next) {
      return kind == Kind.HANDSHAKE ? new Pair(next, application) : new Pair(handshake, next);
    }
  }

  /** Takes the encryption secret over. */
  public static SecretTree of(CipherSuite suite, int leafCount, Secret encryptionSecret) {
    SortedMap<Integer, Secret> nodes = new TreeMap<>();
    nodes.put(TreeMath.root(leafCount), encryptionSecret);
    return new SecretTree(suite, leafCount, nodes, new TreeMap<>());
  }

  public static SecretTree read(CipherSuite suite, TlsReader in) throws Malformed {
    int leafCount = (int) in.uint32();
    SortedMap<Integer, Secret> nodes = new TreeMap<>();
    in.vector(one -> nodes.put((int) one.uint32(), Secret.read(one)) == null);
    SortedMap<Integer, Pair> leaves = new TreeMap<>();
    in.vector(one -> leaves.put((int) one.uint32(), Pair.read(suite, one)) == null);
    return new SecretTree(suite, leafCount, nodes, leaves);
  }

  public void write(TlsWriter out) {
    out.uint32(leafCount)
        .vector(
            List.copyOf(nodes.entrySet()),
            (inner, entry) -> {
              inner.uint32(entry.getKey());
              entry.getValue().write(inner);
            })
        .vector(
            List.copyOf(leaves.entrySet()),
            (inner, entry) -> {
              inner.uint32(entry.getKey());
              entry.getValue().handshake().write(inner);
              entry.getValue().application().write(inner);
            });
  }

  /** As many as the tree of the same epoch has. */
  public int leafCount() {
    return leafCount;
  }

  /** A key, and the tree that can no longer derive it. */
  public record Taken(SecretTree next, MessageKey key) {}

  /** The next key a leaf sends with. */
  public Taken advance(int leaf, Kind kind) {
    SecretTree expanded = expand(leaf);
    Pair pair = expanded.pair(leaf);
    Ratchet.Step step = pair.of(kind).advance();
    return new Taken(expanded.with(leaf, pair.with(kind, step.next())), step.key());
  }

  /** The key of a message somebody sent, once. */
  public Taken take(long leaf, Kind kind, long generation, RatchetLimits limits) throws Refused {
    Refused.unless(leaf < leafCount, Refusal.UNKNOWN_SENDER);
    SecretTree expanded = expand((int) leaf);
    Pair pair = expanded.pair((int) leaf);
    Ratchet.Step step = pair.of(kind).take(generation, limits);
    return new Taken(expanded.with((int) leaf, pair.with(kind, step.next())), step.key());
  }

  /** Shows every secret, to find those that a successor no longer has. */
  public void secrets(Consumer<Secret> seen) {
    nodes.values().forEach(seen);
    for (Pair pair : leaves.values()) {
      pair.handshake().secrets(seen);
      pair.application().secrets(seen);
    }
  }

  private Pair pair(int leaf) {
    Pair pair = leaves.get(leaf);
    if (pair == null) {
      throw new IllegalStateException("leaf " + leaf + " was not expanded");
    }
    return pair;
  }

  private SecretTree with(int leaf, Pair pair) {
    SortedMap<Integer, Pair> changed = copyOf(leaves);
    changed.put(leaf, pair);
    return new SecretTree(suite, leafCount, nodes, changed);
  }

  private SecretTree expand(int leaf) {
    if (leaves.containsKey(leaf)) {
      return this;
    }
    SortedMap<Integer, Secret> open = copyOf(nodes);
    int target = TreeMath.nodeOf(leaf);
    int node = lowestSecretOver(target);
    Secret secret = open.remove(node);
    while (node != target && secret != null) {
      int left = TreeMath.left(node);
      int right = TreeMath.right(node);
      Secret leftSecret = suite.expandWithLabel(secret, "tree", LEFT, suite.hashLength());
      Secret rightSecret = suite.expandWithLabel(secret, "tree", RIGHT, suite.hashLength());
      boolean goLeft = TreeMath.covers(left, target);
      open.put(goLeft ? right : left, goLeft ? rightSecret : leftSecret);
      secret = goLeft ? leftSecret : rightSecret;
      node = goLeft ? left : right;
    }
    if (secret == null) {
      throw new IllegalStateException("no secret above leaf " + leaf);
    }
    SortedMap<Integer, Pair> changed = copyOf(leaves);
    changed.put(
        leaf,
        new Pair(
            Ratchet.start(suite, suite.deriveSecret(secret, "handshake")),
            Ratchet.start(suite, suite.deriveSecret(secret, "application"))));
    return new SecretTree(suite, leafCount, open, changed);
  }

  private int lowestSecretOver(int target) {
    int node = target;
    int root = TreeMath.root(leafCount);
    while (node != root && !nodes.containsKey(node)) {
      node = TreeMath.parent(node);
    }
    return node;
  }

  private static <V> SortedMap<Integer, V> copyOf(Map<Integer, V> map) {
    return new TreeMap<>(map);
  }
}
