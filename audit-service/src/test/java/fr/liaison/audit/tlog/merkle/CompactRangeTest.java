package fr.liaison.audit.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompactRangeTest {

  private static final int SIZES = 300;

  @Test
  void everySmallTreeHasTheRootOfTheRecursiveDefinition() {
    NaiveTree naive = new NaiveTree(SampleLeaves.hashes(SIZES));
    CompactRange range = CompactRange.empty();

    assertThat(range.head()).isEqualTo(TreeHead.empty());
    for (int size = 1; size <= SIZES; size++) {
      range.append(Hash.leaf(SampleLeaves.entry(size - 1)), (level, index, hash) -> {});
      assertThat(range.head()).isEqualTo(naive.head(size));
    }
  }

  @Test
  void aRangeStoredAndReadBackGrowsOnAsIfNothingHappened() {
    NaiveTree naive = new NaiveTree(SampleLeaves.hashes(SIZES));
    CompactRange range = CompactRange.empty();
    for (int size = 1; size <= SIZES; size++) {
      range = CompactRange.parse(range.size(), range.toBytes());
      range.append(Hash.leaf(SampleLeaves.entry(size - 1)), (level, index, hash) -> {});
      assertThat(range.head()).isEqualTo(naive.head(size));
    }
  }

  @Test
  void everyPerfectSubtreeIsReportedOnceWithItsHash() {
    List<Hash> leaves = SampleLeaves.hashes(SIZES);
    NaiveTree naive = new NaiveTree(leaves);
    Map<String, Hash> reported = new HashMap<>();
    CompactRange range = CompactRange.empty();
    for (Hash leaf : leaves) {
      range.append(
          leaf,
          (level, index, hash) ->
              assertThat(reported.put(level + "/" + index, hash)).as("reported twice").isNull());
    }

    int expected = 0;
    for (int level = 0; SIZES >> level > 0; level++) {
      for (int index = 0; index < SIZES >> level; index++) {
        assertThat(reported.get(level + "/" + index)).isEqualTo(naive.read(level, index));
        expected++;
      }
    }
    assertThat(reported).hasSize(expected);
  }

  @Test
  void aStoredRangeOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> CompactRange.parse(3, new byte[Hash.BYTES]))
        .isInstanceOf(MalformedLogDataException.class);
    assertThatThrownBy(() -> CompactRange.parse(-1, new byte[64 * Hash.BYTES]))
        .isInstanceOf(MalformedLogDataException.class);
  }
}
