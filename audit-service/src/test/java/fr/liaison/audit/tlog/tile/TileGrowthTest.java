package fr.liaison.audit.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.tlog.merkle.CompactRange;
import fr.liaison.audit.tlog.merkle.ConsistencyProof;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.InclusionProof;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.merkle.NaiveTree;
import fr.liaison.audit.tlog.merkle.SampleLeaves;
import fr.liaison.audit.tlog.merkle.TreeHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileGrowthTest {

  @Test
  void aLogGrownInBatchesHasExactlyTheTilesOfItsSize() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    TileStore store = new TileStore();
    CompactRange range = CompactRange.empty();
    while (range.size() < 70_000) {
      grow(store, range, (int) Math.min(1 + random.nextInt(2000), 70_000 - range.size()));
    }

    assertThat(store.ids()).as("seed %d", seed).containsExactlyElementsOf(TileId.allOf(70_000));
  }

  @Test
  void everyHashOfEveryTileIsTheTreeHashTheSpecificationDefines() {
    int size = 66_000;
    TileStore store = new TileStore();
    CompactRange range = CompactRange.empty();
    grow(store, range, size);
    NaiveTree naive = new NaiveTree(SampleLeaves.hashes(size));

    assertThat(range.head()).isEqualTo(naive.head());
    TiledNodes nodes = new TiledNodes(store);
    for (int level = 8; level <= 16; level++) {
      for (long index = 0; index < (long) size >> level; index++) {
        assertThat(nodes.read(level, index)).isEqualTo(naive.read(level, index));
      }
    }
  }

  @Test
  void proofsReadFromTilesHoldBetweenAnySizes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    TileStore store = new TileStore();
    CompactRange range = CompactRange.empty();
    List<TreeHead> heads = new ArrayList<>();
    while (range.size() < 5_000) {
      heads.add(range.head());
      grow(store, range, 1 + random.nextInt(400));
    }
    heads.add(range.head());

    for (TreeHead from : heads) {
      for (TreeHead to : heads) {
        if (from.size() <= to.size()) {
          assertThat(
                  ConsistencyProof.prove(from.size(), to.size(), new TiledNodes(store))
                      .holds(from, to))
              .as("seed %d, from %d to %d", seed, from.size(), to.size())
              .isTrue();
        }
      }
      if (from.size() > 0) {
        int index = random.nextInt((int) from.size());
        assertThat(
                InclusionProof.prove(index, from.size(), new TiledNodes(store))
                    .holds(Hash.leaf(SampleLeaves.entry(index)), from))
            .as("seed %d, leaf %d of %d", seed, index, from.size())
            .isTrue();
      }
    }
  }

  @Test
  void aMissingOrShortTileIsReported() {
    TiledNodes missing = new TiledNodes((level, index) -> Optional.empty());
    TiledNodes empty = new TiledNodes((level, index) -> Optional.of(new byte[31]));

    assertThatThrownBy(() -> missing.read(0, 0)).isInstanceOf(MalformedLogDataException.class);
    assertThatThrownBy(() -> empty.read(0, 0)).isInstanceOf(MalformedLogDataException.class);
  }

  private static void grow(TileStore store, CompactRange range, int count) {
    TileGrowth growth = new TileGrowth();
    int from = (int) range.size();
    for (int i = from; i < from + count; i++) {
      range.append(Hash.leaf(SampleLeaves.entry(i)), growth);
    }
    growth.additions().forEach(store::add);
  }
}
