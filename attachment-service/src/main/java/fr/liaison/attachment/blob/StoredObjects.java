package fr.liaison.attachment.blob;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What lies in the bucket: staged, kept and doomed objects, and the slices made of the kept ones.
 * An object is doomed in the transaction that ends its use, and reaped later.
 */
@ApplicationScoped
public class StoredObjects {
  /** Longer than any call that could still be writing a staged object. */
  static final Duration GRACE = Duration.ofMinutes(15);

  /** Names an object whose bytes are about to be sent. */
  public void stage(Transaction transaction, AttachmentId attachment, ObjectKey key) {
    transaction.update(
        "insert into stored_object (key, attachment_id, state) values ($1, $2, 'staged')",
        key.value(),
        attachment.value());
  }

  /** Makes a staged object the slice; false when it was doomed meanwhile. */
  public boolean keep(Transaction transaction, AttachmentId attachment, Slice slice) {
    boolean kept =
        transaction.update(
                "update stored_object set state = 'kept' where key = $1 and state = 'staged'",
                slice.key().value())
            == 1;
    if (kept) {
      transaction.update(
          """
          insert into slice (attachment_id, start, length, object_key, sha256)
          values ($1, $2, $3, $4, $5)
          """,
          attachment.value(),
          slice.start(),
          slice.length(),
          slice.key().value(),
          Columns.write(slice.sha256()));
    }
    return kept;
  }

  /** The slices of an attachment that overlap the range, in order. */
  public List<Slice> slices(Transaction transaction, AttachmentId attachment, long from, long to) {
    return transaction.rows(
        Columns::slice,
        """
        select start, length, object_key, sha256 from slice
        where attachment_id = $1 and start < $3 and start + length > $2 order by start
        """,
        attachment.value(),
        from,
        to);
  }

  /** Ends the use of every slice from the position on. */
  public void doomSlicesFrom(Transaction transaction, AttachmentId attachment, long start) {
    List<String> keys =
        transaction.rows(
            row -> row.getString(0),
            "delete from slice where attachment_id = $1 and start >= $2 returning object_key",
            attachment.value(),
            start);
    transaction.update(
        """
        update stored_object set state = 'doomed', reap_after = clock_timestamp()
        where key = any($1)
        """,
        (Object) keys.toArray(String[]::new));
  }

  /** Ends the use of everything the attachments have in the bucket, staged objects included. */
  public void doomAll(Transaction transaction, List<AttachmentId> attachments) {
    Object ids = attachments.stream().map(AttachmentId::value).toArray(UUID[]::new);
    transaction.update("delete from slice where attachment_id = any($1)", ids);
    transaction.update(
        """
        update stored_object
        set reap_after = clock_timestamp()
              + case state when 'staged' then make_interval(secs => $2) else interval '0' end,
            state = 'doomed'
        where attachment_id = any($1) and state <> 'doomed'
        """,
        ids,
        (double) GRACE.toSeconds());
  }

  /** Dooms what was staged so long ago that nobody can still be writing or committing it. */
  public int doomForgotten(Transaction transaction) {
    return transaction.update(
        """
        update stored_object set state = 'doomed', reap_after = clock_timestamp()
        where state = 'staged' and staged_at < clock_timestamp() - make_interval(secs => $1)
        """,
        (double) GRACE.toSeconds());
  }

  /** Doomed objects whose time has come. */
  public List<ObjectKey> reapable(Transaction transaction, int limit) {
    return transaction.rows(
        row -> new ObjectKey(row.getString(0)),
        """
        select key from stored_object where state = 'doomed' and reap_after <= clock_timestamp()
        order by staged_at limit $1
        """,
        limit);
  }

  /** Forgets objects that are no longer in the bucket. */
  public void forget(Transaction transaction, List<ObjectKey> gone) {
    transaction.update(
        "delete from stored_object where state = 'doomed' and key = any($1)",
        (Object) gone.stream().map(ObjectKey::value).toArray(String[]::new));
  }
}
