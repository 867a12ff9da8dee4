package fr.liaison.conversation.log;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Kind;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Where a conversation stands.
 *
 * @param commitFirst whether a removal waits, so that no message is taken before the next commit
 */
public record LogHead(
    ConversationId conversation, Kind kind, long epoch, long lastSequence, boolean commitFirst) {
  static LogHead of(Row row) {
    return new LogHead(
        new ConversationId(row.getUUID("id")),
        Kind.valueOf(row.getString("kind")),
        row.getLong("epoch"),
        row.getLong("last_sequence"),
        row.getBoolean("commit_first"));
  }
}
