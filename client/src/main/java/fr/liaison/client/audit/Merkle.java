package fr.liaison.client.audit;

import fr.liaison.contracts.json.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Hashes and inclusion proofs of an RFC 6962 tree. */
final class Merkle {
  static final int HASH = 32;
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Merkle() {}

  static Bytes leafHash(byte[] entry) {
    return Bytes.of(sha256(LEAF, entry));
  }

  /**
   * Whether a leaf stands at {@code index} of the tree of {@code size} leaves with this root (RFC
   * 9162 2.1.3.2). A path of the wrong length is refused.
   */
  static boolean isIncluded(Bytes leaf, long index, long size, List<Bytes> path, Bytes root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Bytes hash = leaf;
    for (Bytes sibling : path) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        hash = nodeHash(sibling, hash);
        while (node % 2 == 0 && node != 0) {
          node /= 2;
          last /= 2;
        }
      } else {
        hash = nodeHash(hash, sibling);
      }
      node /= 2;
      last /= 2;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * Whether the newer tree begins with exactly the leaves of the older one (RFC 9162 2.1.4.2). A
   * smaller tree never does, nor does another root of the same size.
   */
  static boolean isExtended(Checkpoint older, Checkpoint newer, List<Bytes> proof) {
    if (older.size() > newer.size()) {
      return false;
    }
    if (older.size() == newer.size()) {
      return proof.isEmpty() && older.root().equals(newer.root());
    }
    if (older.size() == 0) {
      return proof.isEmpty();
    }
    // A power of two is a subtree of both trees, so its hash is the old root and not in the proof.
    List<Bytes> path = new ArrayList<>();
    if (Long.bitCount(older.size()) == 1) {
      path.add(older.root());
    }
    path.addAll(proof);
    if (path.isEmpty()) {
      return false;
    }
    int skipped = Long.numberOfTrailingZeros(older.size());
    long node = (older.size() - 1) >>> skipped;
    long last = (newer.size() - 1) >>> skipped;
    Bytes oldRoot = path.getFirst();
    Bytes newRoot = path.getFirst();
    for (Bytes hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        oldRoot = nodeHash(hash, oldRoot);
        newRoot = nodeHash(hash, newRoot);
        while (node % 2 == 0 && node != 0) {
          node /= 2;
          last /= 2;
        }
      } else {
        newRoot = nodeHash(newRoot, hash);
      }
      node /= 2;
      last /= 2;
    }
    return last == 0 && oldRoot.equals(older.root()) && newRoot.equals(newer.root());
  }

  static Bytes nodeHash(Bytes left, Bytes right) {
    return Bytes.of(sha256(NODE, left.toArray(), right.toArray()));
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
