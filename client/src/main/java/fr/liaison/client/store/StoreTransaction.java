package fr.liaison.client.store;

import fr.liaison.contracts.json.Bytes;

/** Changes that become durable together when the function returns, or not at all. */
public interface StoreTransaction extends StoreReader {
  /** Replaces what was there. */
  void put(Table table, String key, Bytes value);

  /** Does nothing when there is none. */
  void remove(Table table, String key);
}
