package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.ConversationId;
import fr.liaison.attachment.DeviceId;
import io.vertx.mutiny.sqlclient.Row;

/** How far the reception of an attachment has come. */
record Upload(
    AttachmentId id,
    ConversationId conversation,
    DeviceId device,
    long length,
    long received,
    State state,
    boolean linked,
    boolean writing) {

  /** The life of an attachment; {@code doomed} and {@code deleted} differ only in the bucket. */
  enum State {
    receiving,
    complete,
    doomed,
    deleted;

    boolean isGone() {
      return this == doomed || this == deleted;
    }
  }

  long remaining() {
    return length - received;
  }

  static Upload of(Row row) {
    return new Upload(
        new AttachmentId(row.getUUID("id")),
        new ConversationId(row.getUUID("conversation_id")),
        new DeviceId(row.getUUID("device_id")),
        row.getLong("length"),
        row.getLong("received"),
        State.valueOf(row.getString("state")),
        row.getBoolean("linked"),
        row.getBoolean("writing"));
  }
}
