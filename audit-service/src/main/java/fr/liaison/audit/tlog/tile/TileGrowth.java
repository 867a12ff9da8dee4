package fr.liaison.audit.tlog.tile;

import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.NodeSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes a run of appended leaves adds to the tiles of a log. Tiles only ever grow at their end,
 * so a growth is where it starts and what follows. Not thread-safe.
 */
public final class TileGrowth implements NodeSink {

  /** Hashes to put after the first {@code offset} ones of a tile. */
  public record Addition(int level, long index, int offset, List<Hash> hashes) {

    public byte[] bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
      hashes.forEach(hash -> hash.writeTo(bytes));
      return bytes.array();
    }
  }

  private record Place(int level, long index) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return level != other.level
          ? Integer.compare(level, other.level)
          : Long.compare(index, other.index);
    }
  }

  private static final class Tail {
    private final int offset;
    private final List<Hash> hashes = new ArrayList<>();

    private Tail(int offset) {
      this.offset = offset;
    }
  }

  private final Map<Place, Tail> tails = new TreeMap<>();

  @Override
  public void complete(int level, long index, Hash hash) {
    if (level % TileId.HEIGHT != 0) {
      return;
    }
    int offset = (int) (index % TilePath.FULL_WIDTH);
    tails
        .computeIfAbsent(
            new Place(level / TileId.HEIGHT, index / TilePath.FULL_WIDTH),
            place -> new Tail(offset))
        .hashes
        .add(hash);
  }

  /** What was added so far, in the order of level and index. */
  public List<Addition> additions() {
    return tails.entrySet().stream()
        .map(
            tail ->
                new Addition(
                    tail.getKey().level(),
                    tail.getKey().index(),
                    tail.getValue().offset,
                    List.copyOf(tail.getValue().hashes)))
        .toList();
  }
}
