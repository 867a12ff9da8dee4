package fr.liaison.audit.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {

  private static final int SIZES = 70;

  @Test
  void everyPairOfSmallTreesHasTheProofOfTheRecursiveDefinitionAndItHolds() {
    for (int size = 1; size <= SIZES; size++) {
      NaiveTree tree = new NaiveTree(SampleLeaves.hashes(size));
      for (int old = 1; old <= size; old++) {
        ConsistencyProof proof = ConsistencyProof.prove(old, size, tree::read);
        assertThat(proof.hashes()).isEqualTo(tree.consistency(old));
        assertThat(proof.holds(tree.head(old), tree.head())).isTrue();
      }
    }
  }

  @Test
  void anEmptyLogIsConsistentWithEveryOther() {
    NaiveTree tree = new NaiveTree(SampleLeaves.hashes(5));
    ConsistencyProof proof = ConsistencyProof.prove(0, 5, tree::read);

    assertThat(proof.holds(TreeHead.empty(), tree.head())).isTrue();
    assertThat(proof.holds(new TreeHead(0, tree.head().root()), tree.head())).isFalse();
  }

  @Test
  void aTreeThatRewroteOneOldLeafIsNeverConsistent() {
    for (int size = 2; size <= SIZES; size++) {
      List<Hash> leaves = SampleLeaves.hashes(size);
      NaiveTree honest = new NaiveTree(leaves);
      for (int old = 1; old < size; old++) {
        List<Hash> rewritten = new ArrayList<>(leaves);
        rewritten.set(old - 1, Hash.emptyTree());
        NaiveTree forked = new NaiveTree(rewritten);
        ConsistencyProof proof = ConsistencyProof.prove(old, size, forked::read);
        assertThat(proof.holds(honest.head(old), forked.head())).isFalse();
      }
    }
  }

  @Test
  void aProofWithAChangedMissingOrAddedHashDoesNotHold() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int size = 3 + random.nextInt(1000);
      int old = 1 + random.nextInt(size - 1);
      NaiveTree tree = new NaiveTree(SampleLeaves.hashes(size));
      List<Hash> hashes = new ArrayList<>(ConsistencyProof.prove(old, size, tree::read).hashes());
      switch (random.nextInt(3)) {
        case 0 -> hashes.set(random.nextInt(hashes.size()), Hash.emptyTree());
        case 1 -> hashes.remove(random.nextInt(hashes.size()));
        default -> hashes.add(random.nextInt(hashes.size() + 1), Hash.emptyTree());
      }
      assertThat(new ConsistencyProof(old, size, hashes).holds(tree.head(old), tree.head()))
          .as("seed %d, round %d", seed, round)
          .isFalse();
    }
  }

  @Test
  void aProofHoldsOnlyForTheSizesItWasMadeFor() {
    NaiveTree tree = new NaiveTree(SampleLeaves.hashes(9));
    ConsistencyProof proof = ConsistencyProof.prove(4, 9, tree::read);

    assertThat(proof.holds(tree.head(5), tree.head())).isFalse();
    assertThat(proof.holds(tree.head(4), tree.head(8))).isFalse();
    assertThatThrownBy(() -> new ConsistencyProof(9, 4, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
