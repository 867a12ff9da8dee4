package fr.liaison.audit.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InclusionProofTest {

  private static final int SIZES = 70;

  @Test
  void everyProofOfEverySmallTreeIsTheOneOfTheRecursiveDefinitionAndHolds() {
    for (int size = 1; size <= SIZES; size++) {
      List<Hash> leaves = SampleLeaves.hashes(size);
      NaiveTree tree = new NaiveTree(leaves);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = InclusionProof.prove(index, size, tree::read);
        assertThat(proof.siblings()).isEqualTo(tree.inclusion(index));
        assertThat(proof.holds(leaves.get(index), tree.head())).isTrue();
      }
    }
  }

  @Test
  void noProofHoldsForAnotherLeafIndexSizeOrRoot() {
    for (int size = 2; size <= SIZES; size++) {
      List<Hash> leaves = SampleLeaves.hashes(size);
      NaiveTree tree = new NaiveTree(leaves);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = InclusionProof.prove(index, size, tree::read);
        Hash leaf = leaves.get(index);
        int other = (index + 1) % size;
        assertThat(proof.holds(leaves.get(other), tree.head())).isFalse();
        assertThat(new InclusionProof(other, size, proof.siblings()).holds(leaf, tree.head()))
            .isFalse();
        assertThat(proof.holds(leaf, new TreeHead(size, leaf))).isFalse();
        assertThat(proof.holds(leaf, tree.head(size - 1))).isFalse();
      }
    }
  }

  @Test
  void aProofWithAChangedMissingOrAddedHashDoesNotHold() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int size = 2 + random.nextInt(1000);
      int index = random.nextInt(size);
      List<Hash> leaves = SampleLeaves.hashes(size);
      NaiveTree tree = new NaiveTree(leaves);
      List<Hash> siblings =
          new ArrayList<>(InclusionProof.prove(index, size, tree::read).siblings());
      switch (random.nextInt(3)) {
        case 0 -> siblings.set(random.nextInt(siblings.size()), Hash.emptyTree());
        case 1 -> siblings.remove(random.nextInt(siblings.size()));
        default -> siblings.add(random.nextInt(siblings.size() + 1), Hash.emptyTree());
      }
      assertThat(new InclusionProof(index, size, siblings).holds(leaves.get(index), tree.head()))
          .as("seed %d, round %d", seed, round)
          .isFalse();
    }
  }

  @Test
  void aLeafOutsideTheTreeHasNoProof() {
    assertThatThrownBy(() -> new InclusionProof(3, 3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InclusionProof(-1, 3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
