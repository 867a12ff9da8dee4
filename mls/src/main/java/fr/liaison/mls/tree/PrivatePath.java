package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The private keys one member has of the tree: its own leaf's and those of the nodes above that it
 * was told (RFC 9420 section 7.4). Immutable.
 */
public final class PrivatePath {
  private final int leaf;
  private final Map<Integer, HpkeKeyPair> keys;

  private PrivatePath(int leaf, Map<Integer, HpkeKeyPair> keys) {
    this.leaf = leaf;
    this.keys = Map.copyOf(keys);
  }

  public static PrivatePath of(int leaf, HpkeKeyPair leafKey) {
    return new PrivatePath(leaf, Map.of(TreeMath.nodeOf(leaf), leafKey));
  }

  /** No keys yet, for a leaf that is about to make its first path. */
  public static PrivatePath none(int leaf) {
    return new PrivatePath(leaf, Map.of());
  }

  public static PrivatePath read(TlsReader in) throws Malformed {
    int leaf = (int) in.uint32();
    Map<Integer, HpkeKeyPair> keys = new HashMap<>();
    in.vector(entry -> keys.put((int) entry.uint32(), HpkeKeyPair.read(entry)) == null);
    return new PrivatePath(leaf, keys);
  }

  public void write(TlsWriter out) {
    out.uint32(leaf)
        .vector(
            List.copyOf(new TreeMap<>(keys).entrySet()),
            (inner, entry) -> {
              inner.uint32(entry.getKey());
              entry.getValue().write(inner);
            });
  }

  public int leaf() {
    return leaf;
  }

  HpkeKeyPair at(int node) {
    HpkeKeyPair pair = keys.get(node);
    if (pair == null) {
      throw new IllegalArgumentException("no private key at node " + node);
    }
    return pair;
  }

  boolean has(int node) {
    return keys.containsKey(node);
  }

  public PrivatePath with(Map<Integer, HpkeKeyPair> newer) {
    Map<Integer, HpkeKeyPair> all = new HashMap<>(keys);
    all.putAll(newer);
    return new PrivatePath(leaf, all);
  }

  public PrivatePath withLeafKey(HpkeKeyPair leafKey) {
    return with(Map.of(TreeMath.nodeOf(leaf), leafKey));
  }

  /** Without the keys that the tree no longer has at their place. */
  public PrivatePath in(RatchetTree tree) {
    Map<Integer, HpkeKeyPair> kept = new HashMap<>();
    keys.forEach(
        (node, pair) -> {
          Node there = node < tree.nodeCount() ? tree.node(node) : null;
          if (there != null && there.encryptionKey().equals(pair.publicKey())) {
            kept.put(node, pair);
          }
        });
    return new PrivatePath(leaf, kept);
  }

  /** Shows every secret, to find those that a successor no longer has. */
  public void secrets(Consumer<Secret> seen) {
    keys.values().forEach(pair -> seen.accept(pair.privateKey()));
  }
}
