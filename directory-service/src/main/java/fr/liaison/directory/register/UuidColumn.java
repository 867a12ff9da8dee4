package fr.liaison.directory.register;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A value of 128 bits for each of many numbered places, zero where none was set. Costs 16 bytes for
 * each place up to the last one set, and never copies what it holds to grow. Not thread safe.
 */
final class UuidColumn {
  static final UUID NOTHING = new UUID(0, 0);

  private static final int CHUNK = 1 << 15;

  private final List<long[]> chunks = new ArrayList<>();

  UUID get(int place) {
    if (place / CHUNK >= chunks.size()) {
      return NOTHING;
    }
    long[] chunk = chunks.get(place / CHUNK);
    int at = place % CHUNK * 2;
    return new UUID(chunk[at], chunk[at + 1]);
  }

  void set(int place, UUID value) {
    long[] chunk = chunk(place);
    int at = place % CHUNK * 2;
    chunk[at] = value.getMostSignificantBits();
    chunk[at + 1] = value.getLeastSignificantBits();
  }

  /** Adds to the two halves of what is there, each for itself. */
  void add(int place, UUID value) {
    long[] chunk = chunk(place);
    int at = place % CHUNK * 2;
    chunk[at] += value.getMostSignificantBits();
    chunk[at + 1] += value.getLeastSignificantBits();
  }

  private long[] chunk(int place) {
    while (place / CHUNK >= chunks.size()) {
      chunks.add(new long[CHUNK * 2]);
    }
    return chunks.get(place / CHUNK);
  }
}
