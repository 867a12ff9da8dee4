package fr.liaison.kit.outbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event waiting for Kafka. */
record OutboxRow(
    long id,
    UUID eventId,
    String topic,
    UUID key,
    String type,
    OffsetDateTime occurredAt,
    @Nullable String traceparent,
    String data) {

  static OutboxRow of(Row row) {
    return new OutboxRow(
        row.getLong("id"),
        row.getUUID("event_id"),
        row.getString("topic"),
        row.getUUID("key"),
        row.getString("type"),
        row.getOffsetDateTime("occurred_at"),
        row.getString("traceparent"),
        row.getString("data"));
  }
}
