package fr.liaison.audit.tlog.tile;

import java.util.Optional;

/** Where the bytes of hash tiles come from. */
@FunctionalInterface
public interface TileReader {

  /** At least the hashes known so far of the tile at this place, or nothing. */
  Optional<byte[]> read(int level, long index);
}
