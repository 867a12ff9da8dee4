package fr.liaison.audit.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.audit.tlog.merkle.Hash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiles in memory; refuses an addition that does not start where the tile ends. */
public final class TileStore implements TileReader {

  private record Place(int level, long index) {}

  private final Map<Place, byte[]> tiles = new HashMap<>();

  public void add(TileGrowth.Addition addition) {
    Place place = new Place(addition.level(), addition.index());
    byte[] known = tiles.getOrDefault(place, new byte[0]);
    assertThat(known).hasSize(addition.offset() * Hash.BYTES);
    byte[] grown = Arrays.copyOf(known, known.length + addition.bytes().length);
    System.arraycopy(addition.bytes(), 0, grown, known.length, addition.bytes().length);
    tiles.put(place, grown);
  }

  public List<TileId> ids() {
    return tiles.entrySet().stream()
        .map(
            tile ->
                TileId.of(
                    tile.getKey().level(),
                    tile.getKey().index(),
                    tile.getValue().length / Hash.BYTES))
        .sorted(
            Comparator.comparingInt(TileId::level).thenComparingLong(tile -> tile.path().index()))
        .toList();
  }

  @Override
  public Optional<byte[]> read(int level, long index) {
    return Optional.ofNullable(tiles.get(new Place(level, index)));
  }
}
