package fr.liaison.conversation.log;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a conversation stands.
 *
 * @param commitFirst whether a removal waits, so that no message is taken before the next commit
 * @param standing whether it takes anything at all
 * @param dormant devices of its roster that take part in nothing before they entered again
 */
public record LogHead(
    ConversationId conversation,
    Kind kind,
    long epoch,
    long lastSequence,
    boolean commitFirst,
    Standing standing,
    Set<DeviceId> dormant) {
  /** The head of an open conversation. */
  public LogHead(
      ConversationId conversation, Kind kind, long epoch, long lastSequence, boolean commitFirst) {
    this(conversation, kind, epoch, lastSequence, commitFirst, Standing.OPEN, Set.of());
  }

  static LogHead of(Row row) {
    return new LogHead(
        new ConversationId(row.getUUID("id")),
        Kind.valueOf(row.getString("kind")),
        row.getLong("epoch"),
        row.getLong("last_sequence"),
        row.getBoolean("commit_first"),
        Standing.of(row.getString("state"), row.getUUID("succeeded_by")),
        Arrays.stream(row.getArrayOfUUIDs("dormant"))
            .map(DeviceId::new)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
