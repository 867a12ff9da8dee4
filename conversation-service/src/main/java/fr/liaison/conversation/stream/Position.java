package fr.liaison.conversation.stream;

import fr.liaison.conversation.roster.ConversationId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a device may read a conversation and where the log stands, as of one reading.
 *
 * @param epoch entries of a later epoch may not be sent before the position is read again
 * @param end the last sequence the device may read
 */
record Position(
    ConversationId conversation,
    long first,
    long delivered,
    long epoch,
    long end,
    boolean left,
    @Nullable Instant dormantSinceOrNull) {
  /** When the device was declared dormant; nothing is streamed before it entered again. */
  Optional<Instant> dormantSince() {
    return left ? Optional.empty() : Optional.ofNullable(dormantSinceOrNull);
  }

  static Position of(Row row) {
    Long left = row.getLong("left_sequence");
    OffsetDateTime dormant = row.getOffsetDateTime("dormant_since");
    long last = row.getLong("last_sequence");
    return new Position(
        new ConversationId(row.getUUID("conversation_id")),
        row.getLong("first_sequence"),
        row.getLong("delivered_up_to"),
        row.getLong("epoch"),
        left == null ? last : Math.min(left, last),
        left != null,
        dormant == null ? null : dormant.toInstant());
  }
}
