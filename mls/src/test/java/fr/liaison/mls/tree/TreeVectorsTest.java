package fr.liaison.mls.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.leaf.ProtocolVersion;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.vectors.Vectors;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TreeVectorsTest {
  private static final CredentialValidator ANYBODY =
      new CredentialValidator() {
        @Override
        public boolean accepts(Credential credential, Bytes signatureKey) {
          return true;
        }

        @Override
        public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
          return true;
        }
      };

  @TestFactory
  Stream<DynamicTest> treeMath() throws IOException {
    return Vectors.each(
        "tree-math",
        vector -> {
          int leaves = vector.get("n_leaves").asInt();
          assertThat(TreeMath.nodeCount(leaves)).isEqualTo(vector.get("n_nodes").asInt());
          assertThat(TreeMath.root(leaves)).isEqualTo(vector.get("root").asInt());
          for (int node = 0; node < TreeMath.nodeCount(leaves); node++) {
            JsonNode left = vector.get("left").get(node);
            if (TreeMath.isLeaf(node)) {
              assertThat(left.isNull()).isTrue();
            } else {
              assertThat(TreeMath.left(node)).isEqualTo(left.asInt());
              assertThat(TreeMath.right(node)).isEqualTo(vector.get("right").get(node).asInt());
            }
            if (node != TreeMath.root(leaves)) {
              assertThat(TreeMath.parent(node)).isEqualTo(vector.get("parent").get(node).asInt());
              assertThat(TreeMath.sibling(node)).isEqualTo(vector.get("sibling").get(node).asInt());
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> treeValidation() throws IOException {
    return Vectors.eachSuite(
        "tree-validation",
        (suite, vector) -> {
          RatchetTree tree = tree(suite, vector, "tree");
          for (int node = 0; node < tree.nodeCount(); node++) {
            assertThat(tree.hash(node).toHex())
                .isEqualTo(vector.get("tree_hashes").get(node).asText());
            int[] resolution = tree.resolution(node);
            JsonNode expected = vector.get("resolutions").get(node);
            assertThat(resolution).hasSize(expected.size());
            for (int i = 0; i < resolution.length; i++) {
              assertThat(resolution[i]).isEqualTo(expected.get(i).asInt());
            }
          }
          TreeRules.checkUnknown(
              tree, Vectors.bytes(vector, "group_id"), new LeafRules(suite, ANYBODY));
          assertThat(tree.encoded()).isEqualTo(Vectors.bytes(vector, "tree"));
        });
  }

  @TestFactory
  Stream<DynamicTest> treeOperations() throws IOException {
    return Vectors.eachSuite(
        "tree-operations",
        (suite, vector) -> {
          RatchetTree before = tree(suite, vector, "tree_before");
          assertThat(before.treeHash()).isEqualTo(Vectors.bytes(vector, "tree_hash_before"));
          RatchetTree after =
              switch (TlsReader.whole(Vectors.bytes(vector, "proposal"), Proposal::read)) {
                case Proposal.Add add -> before.add(add.keyPackage().leafNode()).tree();
                case Proposal.Update update ->
                    before.update(vector.get("proposal_sender").asInt(), update.leafNode());
                case Proposal.Remove remove -> before.remove((int) remove.leaf());
                default -> throw new AssertionError("not a tree operation");
              };
          assertThat(after.encoded()).isEqualTo(Vectors.bytes(vector, "tree_after"));
          assertThat(after.treeHash()).isEqualTo(Vectors.bytes(vector, "tree_hash_after"));
          assertThat(tree(suite, vector, "tree_after").treeHash()).isEqualTo(after.treeHash());
        });
  }

  @TestFactory
  Stream<DynamicTest> treeKem() throws IOException {
    return Vectors.eachSuite(
        "treekem",
        (suite, vector) -> {
          RatchetTree tree = tree(suite, vector, "ratchet_tree");
          Map<Integer, PrivatePath> members = new HashMap<>();
          for (JsonNode leaf : vector.get("leaves_private")) {
            members.put(leaf.get("index").asInt(), privatePath(suite, tree, leaf));
          }
          for (JsonNode update : vector.get("update_paths")) {
            follow(suite, vector, tree, members, update);
          }
        });
  }

  private static void follow(
      CipherSuite suite,
      JsonNode vector,
      RatchetTree tree,
      Map<Integer, PrivatePath> members,
      JsonNode update)
      throws Exception {
    int sender = update.get("sender").asInt();
    UpdatePath path = TlsReader.whole(Vectors.bytes(update, "update_path"), UpdatePath::read);
    RatchetTree merged = TreeKem.merge(tree, sender, path, Set.of());
    assertThat(merged.treeHash()).isEqualTo(Vectors.bytes(update, "tree_hash_after"));
    assertThat(
            path.leafNode()
                .isSigned(suite, new LeafNode.Place(Vectors.bytes(vector, "group_id"), sender)))
        .isTrue();
    Bytes context = context(vector, merged);
    for (Map.Entry<Integer, PrivatePath> member : members.entrySet()) {
      if (member.getKey() == sender) {
        continue;
      }
      TreeKem.Opened opened =
          TreeKem.open(merged, sender, path, member.getValue().in(tree), context, Set.of());
      assertThat(opened.commitSecret()).isEqualTo(Vectors.secret(update, "commit_secret"));
    }
    JsonNode signer =
        stream(vector.get("leaves_private"))
            .filter(leaf -> leaf.get("index").asInt() == sender)
            .findAny()
            .orElseThrow();
    everybodyCanReadOurOwnPath(suite, vector, tree, members, sender, signer);
  }

  private static void everybodyCanReadOurOwnPath(
      CipherSuite suite,
      JsonNode vector,
      RatchetTree tree,
      Map<Integer, PrivatePath> members,
      int sender,
      JsonNode signer)
      throws Exception {
    NewPath made =
        NewPath.generate(
            tree,
            Objects.requireNonNull(members.get(sender)),
            Objects.requireNonNull(tree.leaf(sender)).identity(),
            SignatureKeyPair.of(suite, Vectors.secret(signer, "signature_priv")),
            Vectors.bytes(vector, "group_id"));
    Bytes context = context(vector, made.tree());
    UpdatePath path = made.seal(context, Set.of());
    RatchetTree merged = TreeKem.merge(tree, sender, path, Set.of());
    assertThat(merged.treeHash()).isEqualTo(made.tree().treeHash());
    assertThat(ParentHash.allValid(merged)).isTrue();
    for (Map.Entry<Integer, PrivatePath> member : members.entrySet()) {
      if (member.getKey() != sender) {
        assertThat(
                TreeKem.open(merged, sender, path, member.getValue(), context, Set.of())
                    .commitSecret())
            .isEqualTo(made.commitSecret());
      }
    }
  }

  private static Bytes context(JsonNode vector, RatchetTree tree) {
    return new GroupContext(
            ProtocolVersion.MLS10,
            vector.get("cipher_suite").asInt(),
            Vectors.bytes(vector, "group_id"),
            vector.get("epoch").asLong(),
            tree.treeHash(),
            Vectors.bytes(vector, "confirmed_transcript_hash"),
            Extensions.NONE)
        .encoded();
  }

  private static PrivatePath privatePath(CipherSuite suite, RatchetTree tree, JsonNode leaf) {
    int index = leaf.get("index").asInt();
    LeafNode own = Objects.requireNonNull(tree.leaf(index));
    PrivatePath path =
        PrivatePath.of(
            index, new HpkeKeyPair(own.encryptionKey(), Vectors.secret(leaf, "encryption_priv")));
    Map<Integer, HpkeKeyPair> pairs = new HashMap<>();
    for (JsonNode node : leaf.get("path_secrets")) {
      Secret nodeSecret = suite.deriveSecret(Vectors.secret(node, "path_secret"), "node");
      pairs.put(node.get("node").asInt(), suite.deriveKeyPair(nodeSecret));
    }
    return path.with(pairs);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false);
  }

  private static RatchetTree tree(CipherSuite suite, JsonNode vector, String field)
      throws Exception {
    return TlsReader.whole(Vectors.bytes(vector, field), in -> RatchetTree.read(suite, in));
  }
}
