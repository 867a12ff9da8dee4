package fr.liaison.attachment.sweep;

import fr.liaison.attachment.blob.BlobStore;
import fr.liaison.attachment.blob.ObjectKey;
import fr.liaison.attachment.blob.StoredObjects;
import fr.liaison.contracts.event.AttachmentDeleted;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Removes doomed objects from the bucket, forgets them, and declares an attachment deleted once
 * nothing of it is left. Removing twice is harmless, so two instances may reap at once.
 */
@ApplicationScoped
class ReapObjects {
  private final Database database;
  private final StoredObjects objects;
  private final BlobStore store;
  private final Outbox outbox;
  private final SweepConfig config;

  ReapObjects(
      Database database,
      StoredObjects objects,
      BlobStore store,
      Outbox outbox,
      SweepConfig config) {
    this.database = database;
    this.objects = objects;
    this.store = store;
    this.outbox = outbox;
    this.config = config;
  }

  /** Removes one batch; answers how many objects. */
  int reap() {
    database.run(objects::doomForgotten);
    List<ObjectKey> doomed = database.read(reader -> objects.reapable(reader, config.batch()));
    doomed.forEach(store::remove);
    database.run(
        transaction -> {
          objects.forget(transaction, doomed);
          declareDeleted(transaction);
        });
    return doomed.size();
  }

  private void declareDeleted(Transaction transaction) {
    List<AttachmentDeleted> deleted =
        transaction.rows(
            row -> new AttachmentDeleted(row.getUUID("id"), row.getString("doom_reason")),
            """
            with empty as (
              select id from attachment a
              where state = 'doomed'
                and not exists (select 1 from stored_object o where o.attachment_id = a.id)
              limit $1 for update skip locked)
            update attachment set state = 'deleted'
            from empty where attachment.id = empty.id
            returning attachment.id, attachment.doom_reason
            """,
            config.batch());
    outbox.appendAll(transaction, deleted);
  }
}
