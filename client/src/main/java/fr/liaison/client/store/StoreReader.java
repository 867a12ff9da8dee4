package fr.liaison.client.store;

import fr.liaison.contracts.json.Bytes;
import java.util.List;
import java.util.Optional;

/** A consistent view of the store, good until the function it was given to returns. */
public interface StoreReader {
  Optional<Bytes> get(Table table, String key);

  /**
   * At most {@code limit} rows by ascending key.
   *
   * @param prefix of the keys, or empty for all
   * @param after the last key of the page before, or empty
   */
  List<Row> list(Table table, String prefix, String after, int limit);

  /** Grows by one with every write; a smaller one than seen before is an older copy of the file. */
  long generation();
}
