package fr.liaison.audit.tlog.tile;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.util.ArrayList;
import java.util.List;

/** One hash tile of a log: its level (each is eight levels of the tree), index and width. */
public record TileId(int level, TilePath path) {

  /** Tree levels spanned by one tile. */
  public static final int HEIGHT = 8;

  private static final int MAX_LEVEL = 63;

  public TileId {
    if (level < 0 || level > MAX_LEVEL) {
      throw new MalformedLogDataException("a tile level is 0 to 63");
    }
  }

  public static TileId of(int level, long index, int width) {
    return new TileId(level, new TilePath(index, width));
  }

  /** Every tile of a tree of this size, lower levels first; none is empty. */
  public static List<TileId> allOf(long treeSize) {
    List<TileId> tiles = new ArrayList<>();
    int level = 0;
    for (long hashes = treeSize; hashes > 0; hashes >>>= HEIGHT) {
      for (long index = 0; index < hashes / TilePath.FULL_WIDTH; index++) {
        tiles.add(new TileId(level, TilePath.full(index)));
      }
      int rest = (int) (hashes % TilePath.FULL_WIDTH);
      if (rest > 0) {
        tiles.add(of(level, hashes / TilePath.FULL_WIDTH, rest));
      }
      level++;
    }
    return tiles;
  }

  @Override
  public String toString() {
    return "tile/" + level + "/" + path;
  }
}
