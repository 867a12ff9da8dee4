package fr.liaison.audit.tlog.tile;

import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.merkle.NodeReader;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Any perfect subtree of a log, from its tiles. Each tile is read once for the life of the object,
 * so one object serves one proof. Not thread-safe.
 */
public final class TiledNodes implements NodeReader {

  private final TileReader tiles;
  private final Map<TileId, byte[]> seen = new HashMap<>();

  public TiledNodes(TileReader tiles) {
    this.tiles = tiles;
  }

  @Override
  public Hash read(int level, long index) {
    int tileLevel = level / TileId.HEIGHT;
    int height = level % TileId.HEIGHT;
    long firstHash = index << height;
    long tile = firstHash / TilePath.FULL_WIDTH;
    int offset = (int) (firstHash % TilePath.FULL_WIDTH);
    return subtree(bytes(tileLevel, tile), offset, 1 << height);
  }

  private byte[] bytes(int level, long index) {
    return seen.computeIfAbsent(
        TileId.of(level, index, TilePath.FULL_WIDTH),
        id ->
            tiles
                .read(level, index)
                .orElseThrow(() -> new MalformedLogDataException("a tile of the log is missing")));
  }

  private static Hash subtree(byte[] tile, int offset, int width) {
    if (width == 1) {
      if (tile.length < (offset + 1) * Hash.BYTES) {
        throw new MalformedLogDataException("a tile of the log is too short");
      }
      return Hash.read(ByteBuffer.wrap(tile, offset * Hash.BYTES, Hash.BYTES));
    }
    int half = width / 2;
    return Hash.node(subtree(tile, offset, half), subtree(tile, offset + half, half));
  }
}
