package fr.liaison.client.card;

import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.StoreReader;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.client.store.StoredJson;
import fr.liaison.client.store.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card as it was served, to be verified at each look, and the one that was seen before it. */
record StoredCard(String jws, Instant keptAt, @Nullable String former) {
  static Optional<StoredCard> find(StoreReader reader, PractitionerId id) {
    return reader
        .get(Table.CARD, id.toString())
        .map(bytes -> StoredJson.read(bytes, StoredCard.class));
  }

  void save(StoreTransaction transaction, PractitionerId id) {
    transaction.put(Table.CARD, id.toString(), StoredJson.write(this));
  }

  /** The change was seen. */
  StoredCard acknowledged() {
    return new StoredCard(jws, keptAt, null);
  }

  /** What was seen last, however often the card changed since. */
  String seen() {
    return former == null ? jws : former;
  }

  @Override
  public String toString() {
    return "StoredCard";
  }
}
