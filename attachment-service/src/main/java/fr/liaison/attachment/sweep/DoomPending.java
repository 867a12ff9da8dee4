package fr.liaison.attachment.sweep;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.blob.StoredObjects;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Ends attachments that were not finished in time, or that no message came to refer to. Access ends
 * with the commit; an upload that is receiving bytes right now is left alone.
 */
@ApplicationScoped
class DoomPending {
  private final Database database;
  private final StoredObjects objects;
  private final AuditTrail audit;
  private final SweepConfig config;

  DoomPending(Database database, StoredObjects objects, AuditTrail audit, SweepConfig config) {
    this.database = database;
    this.objects = objects;
    this.audit = audit;
    this.config = config;
  }

  /** Dooms one batch; answers how many. */
  int doom() {
    return database.inTransaction(
        transaction -> {
          List<Expired> expired = expire(transaction);
          objects.doomAll(transaction, expired.stream().map(Expired::id).toList());
          expired.forEach(one -> audit.record(transaction, one.act()));
          return expired.size();
        });
  }

  private List<Expired> expire(Transaction transaction) {
    return transaction.rows(
        Expired::of,
        """
        with stale as (
          select id from attachment
          where (state = 'receiving' or state = 'complete' and linked_at is null)
            and created_at < clock_timestamp() - make_interval(secs => $1)
            and coalesce(writer_until < clock_timestamp(), true)
          order by created_at limit $2 for update skip locked)
        update attachment
        set state = 'doomed', doom_reason = 'expired', writer = null, writer_until = null
        from stale where attachment.id = stale.id
        returning attachment.id, attachment.conversation_id
        """,
        config.pendingAge().toMillis() / 1000.0,
        config.batch());
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
