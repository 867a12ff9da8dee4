package fr.liaison.mls.tree;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.Capabilities;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.leaf.RequiredCapabilities;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What makes a whole tree valid (RFC 9420 sections 7.3 and 12.4.3.1). */
public final class TreeRules {
  private TreeRules() {}

  /** For a tree that somebody hands us: everything, every leaf's signature and credential too. */
  public static void checkUnknown(RatchetTree tree, Bytes groupId, LeafRules rules) throws Refused {
    Refused.unless(parentsAreConsistent(tree), Refusal.INVALID_TREE);
    Refused.unless(ParentHash.allValid(tree), Refusal.INVALID_TREE);
    requireDistinctKeys(tree);
    for (int leaf : tree.leaves().toArray()) {
      rules.check(TreeKem.requireLeaf(tree, leaf), new LeafNode.Place(groupId, leaf));
    }
  }

  /** Section 7.3: every signature key once, every encryption key once. */
  public static void requireDistinctKeys(RatchetTree tree) throws Refused {
    Set<Bytes> signature = new HashSet<>();
    Set<Bytes> encryption = new HashSet<>();
    for (int node = 0; node < tree.nodeCount(); node++) {
      boolean fresh =
          switch (tree.node(node)) {
            case Node.Leaf(LeafNode leaf) ->
                signature.add(leaf.signatureKey()) && encryption.add(leaf.encryptionKey());
            case Node.Parent(ParentNode parent) -> encryption.add(parent.encryptionKey());
            case null -> true;
          };
      Refused.unless(fresh, Refusal.DUPLICATE_KEY);
    }
  }

  /**
   * Every member must do what the group asks for: its required capabilities, its extensions and the
   * credential types of all others.
   */
  public static void requireCapabilities(RatchetTree tree, Extensions context) throws Refused {
    Optional<RequiredCapabilities> required =
        context.find(ExtensionType.REQUIRED_CAPABILITIES, RequiredCapabilities::read);
    List<LeafNode> leaves =
        tree.leaves().mapToObj(tree::leaf).map(java.util.Objects::requireNonNull).toList();
    Set<Integer> credentials = new HashSet<>();
    leaves.forEach(leaf -> credentials.add(leaf.credential().type()));
    for (LeafNode leaf : leaves) {
      Capabilities able = leaf.capabilities();
      Refused.unless(
          able.supports(context)
              && credentials.stream().allMatch(able::supportsCredential)
              && required.map(able::supports).orElse(true),
          Refusal.CAPABILITIES);
    }
  }

  /** Their keys are keys; an unmerged leaf is there, and every parent between knows it too. */
  private static boolean parentsAreConsistent(RatchetTree tree) {
    for (int node = 1; node < tree.nodeCount(); node += 2) {
      ParentNode parent = tree.parentNode(node);
      if (parent == null) {
        continue;
      }
      if (!tree.suite().isEncryptionKey(parent.encryptionKey())) {
        return false;
      }
      for (long leaf : parent.unmergedLeaves()) {
        if (tree.leaf(leaf) == null || !isListedBelow(tree, node, leaf)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isListedBelow(RatchetTree tree, int top, long leaf) {
    for (int node = TreeMath.parent(TreeMath.nodeOf((int) leaf));
        node != top;
        node = TreeMath.parent(node)) {
      ParentNode between = tree.parentNode(node);
      if (between != null && !between.lists(leaf)) {
        return false;
      }
    }
    return true;
  }
}
