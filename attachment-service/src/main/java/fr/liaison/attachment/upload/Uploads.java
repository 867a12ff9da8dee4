package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.ConversationId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The rows of uploads. Leases run on the database's clock, so that instances need not agree. */
@ApplicationScoped
class Uploads {
  private static final String FIND =
      """
      select id, conversation_id, device_id, length, received, state,
             linked_at is not null as linked,
             coalesce(writer_until > clock_timestamp(), false) as writing
      from attachment where id = $1
      """;

  void create(
      Transaction transaction,
      AttachmentId id,
      ConversationId conversation,
      DeviceId device,
      long length) {
    transaction.update(
        """
        insert into attachment (id, conversation_id, device_id, length) values ($1, $2, $3, $4)
        """,
        id.value(),
        conversation.value(),
        device.value(),
        length);
  }

  /** What the device has under way and announced; holds the device's quota until the commit. */
  Usage usage(Transaction transaction, DeviceId device, Duration window) {
    transaction.rows(
        row -> true, "select pg_advisory_xact_lock(hashtextextended($1, 0))", device.toString());
    return transaction
        .first(
            row -> new Usage(row.getInteger("open"), row.getLong("announced")),
            """
            select (count(*) filter (where state = 'receiving'))::int as open,
                   coalesce(sum(length), 0)::bigint as announced
            from attachment
            where device_id = $1 and created_at > clock_timestamp() - make_interval(secs => $2)
            """,
            device.value(),
            seconds(window))
        .orElseThrow();
  }

  Optional<Upload> find(Transaction transaction, AttachmentId id) {
    return transaction.first(Upload::of, FIND, id.value());
  }

  Optional<Upload> lock(Transaction transaction, AttachmentId id) {
    return transaction.first(Upload::of, FIND + " for update", id.value());
  }

  void lease(Transaction transaction, AttachmentId id, UUID writer, Duration lease) {
    transaction.update(
        """
        update attachment set writer = $2,
               writer_until = clock_timestamp() + make_interval(secs => $3)
        where id = $1
        """,
        id.value(),
        writer,
        seconds(lease));
  }

  /** Extends the lease; false when it is another's by now. */
  boolean renew(Transaction transaction, AttachmentId id, UUID writer, Duration lease) {
    return transaction.update(
            """
            update attachment set writer_until = clock_timestamp() + make_interval(secs => $3)
            where id = $1 and writer = $2 and state = 'receiving'
            """,
            id.value(),
            writer,
            seconds(lease))
        == 1;
  }

  void release(Transaction transaction, AttachmentId id, UUID writer) {
    transaction.update(
        "update attachment set writer = null, writer_until = null where id = $1 and writer = $2",
        id.value(),
        writer);
  }

  /** Moves the offset; false when the lease is another's or the upload ended meanwhile. */
  boolean move(Transaction transaction, AttachmentId id, UUID writer, long from, long to) {
    return transaction.update(
            """
            update attachment set received = $4
            where id = $1 and writer = $2 and state = 'receiving' and received = $3
            """,
            id.value(),
            writer,
            from,
            to)
        == 1;
  }

  void complete(Transaction transaction, AttachmentId id, Bytes sha256) {
    transaction.update(
        """
        update attachment
        set state = 'complete', sha256 = $2, completed_at = clock_timestamp(),
            writer = null, writer_until = null
        where id = $1
        """,
        id.value(),
        Buffer.buffer(sha256.toArray()));
  }

  void doom(Transaction transaction, AttachmentId id, String reason) {
    transaction.update(
        """
        update attachment set state = 'doomed', doom_reason = $2, writer = null, writer_until = null
        where id = $1
        """,
        id.value(),
        reason);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** How much of its quota a device has used. */
  record Usage(int open, long announced) {}
}
