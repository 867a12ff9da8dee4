package fr.liaison.conversation.log;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tables {@code entry} and the position in {@code conversation}. Whoever appends holds the row lock
 * of each conversation, so that sequences have no gap and no double.
 */
@Singleton
public class EntryLog {
  /** Locks and reads the heads of these conversations, in id order; unknown ones are absent. */
  public Map<ConversationId, LogHead> lock(
      Transaction transaction, Collection<ConversationId> conversations) {
    return transaction
        .rows(
            LogHead::of,
            """
            select id, kind, epoch, last_sequence, commit_first, state, succeeded_by, dormant
            from conversation where id = any($1) order by id for no key update
            """,
            (Object) conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
        .stream()
        .collect(Collectors.toUnmodifiableMap(LogHead::conversation, head -> head));
  }

  /**
   * Those of the hashes that are in the logs already, with the entry each belongs to; a hash may be
   * asked for more than once. The limit holds the planner to one index lookup each; a plain join it
   * may answer by reading the table.
   */
  public Map<Fingerprint, Place> find(Transaction transaction, Collection<Fingerprint> asked) {
    List<Fingerprint> wanted = asked.stream().distinct().toList();
    return transaction
        .rows(
            row ->
                Map.entry(
                    new Fingerprint(
                        new ConversationId(row.getUUID("conversation_id")), bytes(row, "sha256")),
                    new Place(
                        EntryKind.valueOf(row.getString("kind")),
                        row.getLong("sequence"),
                        row.getLong("epoch"),
                        new DeviceId(row.getUUID("sender_device_id")),
                        row.getOffsetDateTime("accepted_at").toInstant())),
            """
            select e.*
            from unnest($1::uuid[], $2::bytea[]) as w(conversation_id, sha256)
            cross join lateral (
              select conversation_id, sha256, kind, sequence, epoch, sender_device_id, accepted_at
              from entry where conversation_id = w.conversation_id and sha256 = w.sha256
              limit 1) as e
            """,
            wanted.stream().map(f -> f.conversation().value()).toArray(UUID[]::new),
            wanted.stream().map(f -> Buffer.buffer(f.sha256().toArray())).toArray(Buffer[]::new))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Appends the entries and moves each conversation to its last one, in one statement. */
  public void append(Transaction transaction, List<LogEntry> entries) {
    Map<UUID, Long> ends =
        entries.stream()
            .collect(
                Collectors.toMap(e -> e.conversation().value(), LogEntry::sequence, Math::max));
    List<Map.Entry<UUID, Long>> heads = new ArrayList<>(ends.entrySet());
    transaction.update(
        """
        with grown as (
          update conversation c set last_sequence = h.last
          from unnest($10::uuid[], $11::bigint[]) as h(id, last) where c.id = h.id)
        insert into entry
          (conversation_id, sequence, kind, epoch, sender_device_id, accepted_at, priority, sha256, payload)
        select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[], $5::uuid[],
                             $6::timestamptz[], $7::text[], $8::bytea[], $9::bytea[])
        """,
        entries.stream().map(e -> e.conversation().value()).toArray(UUID[]::new),
        entries.stream().map(LogEntry::sequence).toArray(Long[]::new),
        entries.stream().map(e -> e.kind().name()).toArray(String[]::new),
        entries.stream().map(LogEntry::epoch).toArray(Long[]::new),
        entries.stream().map(e -> e.sender().value()).toArray(UUID[]::new),
        entries.stream()
            .map(e -> e.acceptedAt().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new),
        entries.stream().map(e -> e.priority().name()).toArray(String[]::new),
        entries.stream().map(e -> Buffer.buffer(e.sha256().toArray())).toArray(Buffer[]::new),
        entries.stream().map(e -> Buffer.buffer(e.payload().toArray())).toArray(Buffer[]::new),
        heads.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
        heads.stream().map(Map.Entry::getValue).toArray(Long[]::new));
  }

  /**
   * Compare and swap: moves the conversation from the epoch of this head to the next, or throws.
   *
   * @param commitFirst whether removals wait in the next epoch too
   */
  public void advance(Transaction transaction, LogHead head, boolean commitFirst) {
    int moved =
        transaction.update(
            """
            update conversation set epoch = epoch + 1, commit_first = $3
            where id = $1 and epoch = $2
            """,
            head.conversation().value(),
            head.epoch(),
            commitFirst);
    if (moved != 1) {
      throw new IllegalStateException("an epoch moved under its lock");
    }
  }

  /**
   * Entries after a sequence up to and including another, in order: at most so many, and no more
   * once their payloads reach the byte budget. At least one if there is any.
   */
  public List<LogEntry> page(
      Transaction transaction,
      ConversationId conversation,
      long after,
      long upTo,
      int limit,
      int budget) {
    return transaction.rows(
        EntryLog::entry,
        """
        select * from (
          select e.*, sum(octet_length(payload)) over (order by sequence) - octet_length(payload) as before
          from entry e
          where conversation_id = $1 and sequence > $2 and sequence <= $3
          order by sequence limit $4) as page
        where before < $5 order by sequence
        """,
        conversation.value(),
        after,
        upTo,
        limit,
        (long) budget);
  }

  private static LogEntry entry(Row row) {
    return new LogEntry(
        new ConversationId(row.getUUID("conversation_id")),
        row.getLong("sequence"),
        EntryKind.valueOf(row.getString("kind")),
        row.getLong("epoch"),
        new DeviceId(row.getUUID("sender_device_id")),
        row.getOffsetDateTime("accepted_at").toInstant(),
        Priority.valueOf(row.getString("priority")),
        bytes(row, "sha256"),
        bytes(row, "payload"));
  }

  private static Bytes bytes(Row row, String column) {
    return Bytes.of(row.getBuffer(column).getBytes());
  }
}
