package fr.liaison.audit.proof;

import fr.liaison.contracts.json.Bytes;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** A leaf's place and bytes, and what opens it until that is purged. */
public record Place(long index, Bytes leaf, @Nullable Bytes salt, @Nullable String payload) {

  /** The columns, in this order, of {@code leaf left join act}. */
  public static final String COLUMNS = "leaf.index, leaf.data, act.salt, act.payload";

  public static Place of(Row row) {
    return new Place(
        row.getLong(0),
        Bytes.of(row.getBuffer(1).getBytes()),
        row.getBuffer(2) == null ? null : Bytes.of(row.getBuffer(2).getBytes()),
        row.getString(3));
  }

  /** Keeps salt and payload out of logs. */
  @Override
  public String toString() {
    return "Place[" + index + "]";
  }
}
