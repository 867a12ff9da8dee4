package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The receiver's side of TreeKEM (RFC 9420 sections 7.5 and 12.4.2): what everybody can check of
 * somebody's path, and what a member can read from it.
 */
public final class TreeKem {
  static final String LABEL = "UpdatePathNode";

  private TreeKem() {}

  /**
   * The tree with the path in it, or a refusal: wrong number of nodes or ciphertexts, a parent hash
   * that does not hold, a key that is not new. The leaf's signature is checked elsewhere.
   *
   * @param tree with the commit's proposals applied
   * @param addedLeaves those the same commit added
   */
  public static RatchetTree merge(
      RatchetTree tree, int sender, UpdatePath update, Set<Integer> addedLeaves) throws Refused {
    FilteredPath path = tree.filteredPath(sender);
    List<Bytes> keys = update.keys();
    Refused.unless(keys.size() == path.steps().size(), Refusal.INVALID_PATH);
    for (int i = 0; i < keys.size(); i++) {
      int expected = Recipients.of(tree, path.steps().get(i), addedLeaves).length;
      Refused.unless(
          update.nodes().get(i).encryptedPathSecrets().size() == expected, Refusal.INVALID_PATH);
    }
    Refused.unless(keys.stream().allMatch(tree.suite()::isEncryptionKey), Refusal.INVALID_PATH);
    requireNewKeys(tree, update.leafNode().encryptionKey(), keys);
    ParentHash.Chain chain = ParentHash.chain(tree, path, keys);
    Refused.unless(
        update.leafNode().source() instanceof LeafNodeSource.Committed(Bytes hash)
            && hash.equals(chain.leafHash()),
        Refusal.INVALID_PATH);
    return tree.merge(path, update.leafNode(), chain.parents());
  }

  private static void requireNewKeys(RatchetTree tree, Bytes leafKey, List<Bytes> keys)
      throws Refused {
    Set<Bytes> fresh = new HashSet<>(keys);
    fresh.add(leafKey);
    Refused.unless(fresh.size() == keys.size() + 1, Refusal.DUPLICATE_KEY);
    for (int node = 0; node < tree.nodeCount(); node++) {
      Node there = tree.node(node);
      Refused.unless(
          there == null || !fresh.contains(there.encryptionKey()), Refusal.DUPLICATE_KEY);
    }
  }

  /**
   * What a member reads from a path: the commit secret and its new keys.
   *
   * @param merged the tree that {@link #merge} gave
   * @param own the member's keys before the commit, as far as the proposals left them
   * @param groupContext under which the secrets were sealed
   */
  public static Opened open(
      RatchetTree merged,
      int sender,
      UpdatePath update,
      PrivatePath own,
      Bytes groupContext,
      Set<Integer> addedLeaves)
      throws Refused {
    FilteredPath path = merged.filteredPath(sender);
    int step = path.stepOver(own.leaf());
    Refused.unless(step >= 0, Refusal.INVALID_PATH);
    int[] recipients = Recipients.of(merged, path.steps().get(step), addedLeaves);
    for (int i = 0; i < recipients.length; i++) {
      if (TreeMath.covers(recipients[i], TreeMath.nodeOf(own.leaf())) && own.has(recipients[i])) {
        Secret secret =
            merged
                .suite()
                .decryptWithLabel(
                    own.at(recipients[i]),
                    LABEL,
                    groupContext,
                    update.nodes().get(step).encryptedPathSecrets().get(i));
        return implant(merged, path, step, secret, own);
      }
    }
    throw new Refused(Refusal.INVALID_PATH);
  }

  /** What a joiner gets from the path secret of its Welcome (section 12.4.3.1). */
  public static Opened implant(RatchetTree tree, int sender, Secret pathSecret, PrivatePath own)
      throws Refused {
    FilteredPath path = tree.filteredPath(sender);
    int step = path.stepOver(own.leaf());
    Refused.unless(step >= 0, Refusal.INVALID_PATH);
    return implant(tree, path, step, pathSecret, own);
  }

  private static Opened implant(
      RatchetTree tree, FilteredPath path, int step, Secret secret, PrivatePath own)
      throws Refused {
    CipherSuite suite = tree.suite();
    Refused.unless(secret.length() == suite.hashLength(), Refusal.INVALID_PATH);
    PathSecrets secrets = PathSecrets.derive(suite, path, step, secret);
    for (int i = step; i < path.steps().size(); i++) {
      Node node = tree.node(path.steps().get(i).node());
      Refused.unless(
          node != null && node.encryptionKey().equals(secrets.pairAt(i).publicKey()),
          Refusal.INVALID_PATH);
    }
    secrets.wipe();
    return new Opened(own.with(secrets.pairs()).in(tree), secrets.commitSecret());
  }

  /** A member's keys after a path, and the secret that goes into the key schedule. */
  public record Opened(PrivatePath own, Secret commitSecret) {}

  /** The leaf, which the caller knows to be there. */
  public static LeafNode requireLeaf(RatchetTree tree, long leaf) throws Refused {
    LeafNode found = tree.leaf(leaf);
    if (found == null) {
      throw new Refused(Refusal.UNKNOWN_SENDER);
    }
    return found;
  }
}
