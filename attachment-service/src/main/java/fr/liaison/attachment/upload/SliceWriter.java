package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.blob.BlobStore;
import fr.liaison.attachment.blob.ObjectKey;
import fr.liaison.attachment.blob.Slice;
import fr.liaison.attachment.blob.StoredObjects;
import fr.liaison.attachment.upload.ReadBack.Finding;
import fr.liaison.contracts.event.AttachmentStored;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one slice durable: names its object, writes it, commits the new offset. The last slice is
 * committed together with the hash of the whole, the event and the act, after all bytes were read
 * back; so an attachment is never complete in one place and not in another.
 */
@ApplicationScoped
class SliceWriter {
  private final Database database;
  private final Uploads uploads;
  private final StoredObjects objects;
  private final BlobStore store;
  private final ReadBack readBack;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Counter received;
  private final Counter damaged;

  SliceWriter(
      Database database,
      Uploads uploads,
      StoredObjects objects,
      BlobStore store,
      ReadBack readBack,
      Outbox outbox,
      AuditTrail audit,
      MeterRegistry metrics) {
    this.database = database;
    this.uploads = uploads;
    this.objects = objects;
    this.store = store;
    this.readBack = readBack;
    this.outbox = outbox;
    this.audit = audit;
    this.received = metrics.counter("liaison.attachment.received.bytes");
    this.damaged = metrics.counter("liaison.attachment.damaged");
  }

  /** How writing a slice ended. */
  enum Written {
    DURABLE,
    LOST,
    DAMAGED
  }

  Written write(Reception reception, long offset, SliceBuffer buffer) {
    AttachmentId id = reception.upload().id();
    ObjectKey key = ObjectKey.fresh();
    Bytes sha256 = Sha256.of(buffer.content(), buffer.length());
    Slice slice = new Slice(buffer.start(), buffer.length(), key, sha256);
    database.run(transaction -> objects.stage(transaction, id, key));
    store.put(key, buffer.content(), buffer.length());
    Written written =
        buffer.end() == reception.upload().length()
            ? finish(reception, offset, slice)
            : commit(reception, offset, slice);
    if (written == Written.DURABLE) {
      received.increment((double) (buffer.end() - offset));
    }
    return written;
  }

  private Written commit(Reception reception, long offset, Slice slice) {
    return database.inTransaction(
        transaction ->
            append(transaction, reception, offset, slice) ? Written.DURABLE : Written.LOST);
  }

  private Written finish(Reception reception, long offset, Slice last) {
    AttachmentId id = reception.upload().id();
    List<Slice> all = new ArrayList<>();
    if (last.start() > 0) {
      all.addAll(database.read(reader -> objects.slices(reader, id, 0, last.start())));
    }
    all.add(last);
    return switch (readBack.examine(all, reception::stillOurs)) {
      case Finding.Sound sound ->
          database.inTransaction(
              transaction -> {
                if (!append(transaction, reception, offset, last)) {
                  return Written.LOST;
                }
                complete(transaction, reception, sound.sha256());
                return Written.DURABLE;
              });
      case Finding.DamagedFrom from -> discard(reception, offset, from.position());
      case Finding.Abandoned abandoned -> Written.LOST;
    };
  }

  private boolean append(Transaction transaction, Reception reception, long offset, Slice slice) {
    AttachmentId id = reception.upload().id();
    if (!uploads.move(transaction, id, reception.writer(), offset, slice.end())) {
      return false;
    }
    objects.doomSlicesFrom(transaction, id, slice.start());
    if (!objects.keep(transaction, id, slice)) {
      throw new IllegalStateException("a staged object was doomed under a live lease");
    }
    return true;
  }

  private void complete(Transaction transaction, Reception reception, Bytes sha256) {
    Upload upload = reception.upload();
    uploads.complete(transaction, upload.id(), sha256);
    outbox.append(
        transaction,
        new AttachmentStored(upload.id().value(), upload.conversation().value(), upload.length()));
    audit.record(
        transaction,
        Act.of("attachment.upload")
            .by(reception.actor())
            .on("attachment", upload.id())
            .in(upload.conversation().value())
            .with("bytes", upload.length()));
  }

  /** Moves the offset back before bytes that the store did not keep. */
  Written discard(Reception reception, long offset, long position) {
    damaged.increment();
    AttachmentId id = reception.upload().id();
    long sound = Math.min(position, offset);
    return database.inTransaction(
        transaction -> {
          if (!uploads.move(transaction, id, reception.writer(), offset, sound)) {
            return Written.LOST;
          }
          objects.doomSlicesFrom(transaction, id, sound);
          return Written.DAMAGED;
        });
  }
}
