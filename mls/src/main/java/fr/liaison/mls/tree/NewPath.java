package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeCiphertext;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The committer's side of TreeKEM (RFC 9420 section 7.5): fresh keys for its leaf and everything
 * above. First the tree changes, then, under the context that this gives, the secrets are sealed.
 */
public final class NewPath {
  private final RatchetTree tree;
  private final FilteredPath path;
  private final LeafNode leaf;
  private final PathSecrets secrets;
  private final PrivatePath privatePath;

  private NewPath(
      RatchetTree tree,
      FilteredPath path,
      LeafNode leaf,
      PathSecrets secrets,
      PrivatePath privatePath) {
    this.tree = tree;
    this.path = path;
    this.leaf = leaf;
    this.secrets = secrets;
    this.privatePath = privatePath;
  }

  /**
   * Makes a path in a tree that has the commit's proposals applied.
   *
   * @param own the committer's keys; for an external commit only its new leaf number counts
   */
  public static NewPath generate(
      RatchetTree tree, PrivatePath own, LeafNode.Identity identity, Signer signer, Bytes groupId) {
    CipherSuite suite = tree.suite();
    int leaf = own.leaf();
    FilteredPath path = tree.filteredPath(leaf);
    PathSecrets secrets = PathSecrets.derive(suite, path, 0, Secret.random(suite.hashLength()));
    List<Bytes> keys = new ArrayList<>();
    for (int i = 0; i < path.steps().size(); i++) {
      keys.add(secrets.pairAt(i).publicKey());
    }
    ParentHash.Chain chain = ParentHash.chain(tree, path, keys);
    HpkeKeyPair leafKey = suite.generateKeyPair();
    LeafNode leafNode =
        LeafNode.placed(
            suite,
            signer,
            leafKey.publicKey(),
            identity,
            new LeafNodeSource.Committed(chain.leafHash()),
            new LeafNode.Place(groupId, leaf));
    RatchetTree merged = tree.merge(path, leafNode, chain.parents());
    PrivatePath privatePath = own.with(secrets.pairs()).withLeafKey(leafKey).in(merged);
    return new NewPath(merged, path, leafNode, secrets, privatePath);
  }

  public RatchetTree tree() {
    return tree;
  }

  public PrivatePath privatePath() {
    return privatePath;
  }

  public Secret commitSecret() {
    return secrets.commitSecret();
  }

  /** Seals each secret to the other side, but not to those whom the commit itself adds. */
  public UpdatePath seal(Bytes groupContext, Set<Integer> addedLeaves) throws Refused {
    List<UpdatePathNode> nodes = new ArrayList<>();
    for (int i = 0; i < path.steps().size(); i++) {
      List<HpkeCiphertext> sealed = new ArrayList<>();
      for (int node : Recipients.of(tree, path.steps().get(i), addedLeaves)) {
        sealed.add(
            tree.suite()
                .encryptWithLabel(
                    Recipients.key(tree, node), TreeKem.LABEL, groupContext, secrets.at(i)));
      }
      nodes.add(new UpdatePathNode(secrets.pairAt(i).publicKey(), sealed));
    }
    return new UpdatePath(leaf, nodes);
  }

  /** The secret a joiner gets in its Welcome; empty when no node of the path is above it. */
  public Optional<Secret> secretFor(int joinerLeaf) {
    int step = path.stepOver(joinerLeaf);
    return step < 0 ? Optional.empty() : Optional.of(secrets.at(step));
  }

  /** Wipes what only the Welcomes needed. */
  public void wipeSecrets() {
    secrets.wipe();
  }
}
