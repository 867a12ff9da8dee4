package fr.liaison.audit.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TileIdTest {

  /** The check value of the specification. */
  @Test
  void aTreeOfSeventyThousandHasTheTilesTheSpecificationCounts() {
    List<TileId> tiles = TileId.allOf(70_000);

    Map<String, Long> byLevelAndWidth =
        tiles.stream()
            .collect(
                Collectors.groupingBy(
                    tile -> tile.level() + ":" + tile.path().width(), Collectors.counting()));
    assertThat(byLevelAndWidth)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("0:256", 273L, "0:112", 1L, "1:256", 1L, "1:17", 1L, "2:1", 1L));
    assertThat(tiles).contains(TileId.of(0, 273, 112)).contains(TileId.of(2, 0, 1));
  }

  @Test
  void aTreeOfTwoHundredAndFiftySixHasAFullTileAndOneAboveIt() {
    assertThat(TileId.allOf(256)).containsExactly(TileId.of(0, 0, 256), TileId.of(1, 0, 1));
  }

  @Test
  void anEmptyTreeHasNoTile() {
    assertThat(TileId.allOf(0)).isEmpty();
  }

  @Test
  void aTileIsNamedByLevelIndexAndWidth() {
    assertThat(TileId.of(1, 1234067, 17)).hasToString("tile/1/x001/x234/067.p/17");
    assertThatThrownBy(() -> TileId.of(64, 0, 1)).isInstanceOf(MalformedLogDataException.class);
  }
}
