package fr.liaison.directory.search.index;

import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/**
 * Somebody found, and where they stand in the order of the search: those found as typed before
 * those found nearly, then by score, then by name and id.
 */
public record Hit(boolean near, float score, BytesRef order) {
  public UUID id() {
    return PersonDocument.idOf(order);
  }

  @Override
  public String toString() {
    return "Hit[" + id() + "]";
  }
}
