package fr.liaison.conversation.log;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Kind;
import io.vertx.mutiny.sqlclient.Row;

/** Where a conversation stands. */
public record LogHead(ConversationId conversation, Kind kind, long epoch, long lastSequence) {
  static LogHead of(Row row) {
    return new LogHead(
        new ConversationId(row.getUUID("id")),
        Kind.valueOf(row.getString("kind")),
        row.getLong("epoch"),
        row.getLong("last_sequence"));
  }
}
