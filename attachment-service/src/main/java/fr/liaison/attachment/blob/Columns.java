package fr.liaison.attachment.blob;

import fr.liaison.contracts.json.Bytes;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

/** How hashes and slices lie in columns. */
final class Columns {
  private Columns() {}

  static Slice slice(Row row) {
    return new Slice(
        row.getLong("start"),
        row.getInteger("length"),
        new ObjectKey(row.getString("object_key")),
        Bytes.of(row.getBuffer("sha256").getBytes()));
  }

  static Buffer write(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }
}
