package fr.liaison.attachment.upload;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.kit.database.Database;
import java.time.Duration;
import java.util.UUID;

/**
 * One request's right to append to an upload, kept alive while bytes flow. Loses it for good as
 * soon as a renewal is refused.
 */
final class Reception {
  private final Database database;
  private final Uploads uploads;
  private final Duration lease;
  private final Upload upload;
  private final Actor actor;
  private final UUID writer;
  private long renewAt;
  private boolean lost;

  Reception(
      Database database, Uploads uploads, Duration lease, Upload upload, Actor actor, UUID writer) {
    this.database = database;
    this.uploads = uploads;
    this.lease = lease;
    this.upload = upload;
    this.actor = actor;
    this.writer = writer;
    this.renewAt = System.nanoTime() + lease.toNanos() / 3;
  }

  /** The upload as it stood when the lease was taken. */
  Upload upload() {
    return upload;
  }

  Actor actor() {
    return actor;
  }

  UUID writer() {
    return writer;
  }

  /** Renews the lease when a third of it has passed; false once it is another's. */
  boolean stillOurs() {
    if (!lost && System.nanoTime() - renewAt >= 0) {
      lost =
          !database.inTransaction(
              transaction -> uploads.renew(transaction, upload.id(), writer, lease));
      renewAt = System.nanoTime() + lease.toNanos() / 3;
    }
    return !lost;
  }

  void end() {
    database.run(transaction -> uploads.release(transaction, upload.id(), writer));
  }
}
