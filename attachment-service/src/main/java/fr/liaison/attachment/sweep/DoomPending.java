package fr.liaison.attachment.sweep;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.blob.StoredObjects;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Ends attachments that were not finished in time, or that no message came to refer to: a complete
 * one only once every message of its time is known. Access ends with the commit; an upload that is
 * receiving bytes right now is left alone.
 */
@ApplicationScoped
class DoomPending {
  private static final OffsetDateTime NOTHING_KNOWN = OffsetDateTime.parse("1970-01-01T00:00:00Z");

  private final Database database;
  private final StoredObjects objects;
  private final AuditTrail audit;
  private final ConversationHorizon horizon;
  private final SweepConfig config;

  DoomPending(
      Database database,
      StoredObjects objects,
      AuditTrail audit,
      ConversationHorizon horizon,
      SweepConfig config) {
    this.database = database;
    this.objects = objects;
    this.audit = audit;
    this.horizon = horizon;
    this.config = config;
  }

  /** Dooms one batch; answers how many. */
  int doom() {
    OffsetDateTime known =
        someWaitForAMessage()
            ? horizon.reached(config.quiet()).orElse(NOTHING_KNOWN)
            : NOTHING_KNOWN;
    return database.inTransaction(
        transaction -> {
          List<Expired> expired = expire(transaction, known);
          objects.doomAll(transaction, expired.stream().map(Expired::id).toList());
          expired.forEach(one -> audit.record(transaction, one.act()));
          return expired.size();
        });
  }

  private boolean someWaitForAMessage() {
    return database
        .read(
            reader ->
                reader.first(
                    row -> row.getBoolean(0),
                    """
                    select exists (
                      select 1 from attachment
                      where state = 'complete' and linked_at is null
                        and created_at < clock_timestamp() - make_interval(secs => $1))
                    """,
                    pendingSeconds()))
        .orElse(false);
  }

  private double pendingSeconds() {
    return config.pendingAge().toMillis() / 1000.0;
  }

  private List<Expired> expire(Transaction transaction, OffsetDateTime known) {
    return transaction.rows(
        Expired::of,
        """
        with stale as (
          select id from attachment
          where (state = 'receiving'
              or state = 'complete' and linked_at is null
                and coalesce(completed_at, created_at) + make_interval(secs => $1) < $3)
            and created_at < clock_timestamp() - make_interval(secs => $1)
            and coalesce(writer_until < clock_timestamp(), true)
          order by created_at limit $2 for update skip locked)
        update attachment
        set state = 'doomed', doom_reason = 'expired', writer = null, writer_until = null
        from stale where attachment.id = stale.id
        returning attachment.id, attachment.conversation_id
        """,
        pendingSeconds(),
        config.batch(),
        known);
  }

  private record Expired(AttachmentId id, UUID conversation) {
    static Expired of(Row row) {
      return new Expired(new AttachmentId(row.getUUID("id")), row.getUUID("conversation_id"));
    }

    Act act() {
      return Act.of("attachment.delete")
          .on("attachment", id)
          .in(conversation)
          .with("reason", "expired");
    }
  }
}
