package fr.liaison.audit.checkpoint;

import fr.liaison.audit.checkpoint.PublishOutcome.NothingNew;
import fr.liaison.audit.checkpoint.PublishOutcome.Published;
import fr.liaison.audit.checkpoint.PublishOutcome.Refused;
import fr.liaison.audit.checkpoint.PublishOutcome.Refused.Reason;
import fr.liaison.audit.log.LogTables;
import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.merkle.TreeRoot;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.tile.TiledNodes;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Signs the log as it stands, if it extends what was signed last. The order is what makes it safe:
 * check, sign, replace the lock, and only then show. A crash between the last two is mended by the
 * next call.
 */
@ApplicationScoped
public class PublishCheckpoint {

  private final Database database;
  private final LogTables tables;
  private final PublishedCheckpoints published;
  private final CheckpointLock lock;
  private final LogIdentity identity;

  PublishCheckpoint(
      Database database,
      LogTables tables,
      PublishedCheckpoints published,
      CheckpointLock lock,
      LogIdentity identity) {
    this.database = database;
    this.tables = tables;
    this.published = published;
    this.lock = lock;
    this.identity = identity;
  }

  public PublishOutcome publish() {
    Optional<SignedNote> last;
    try {
      last = lock.read();
    } catch (MalformedLogDataException unreadable) {
      return new Refused(Reason.LOCK_UNREADABLE);
    }
    return database.inTransaction(transaction -> decide(transaction, last));
  }

  private PublishOutcome decide(Transaction transaction, Optional<SignedNote> last) {
    TreeHead now = tables.range(transaction).head();
    Optional<SignedNote> shown = published.newest(transaction);
    if (last.isEmpty()) {
      return shown.isPresent()
          ? new Refused(Reason.LOCK_MISSING)
          : signAndShow(transaction, last, now);
    }
    SignedNote note = last.get();
    Optional<Reason> objection = objection(transaction, note, now);
    if (objection.isPresent()) {
      return new Refused(objection.get());
    }
    if (Checkpoint.parse(note.text()).head().equals(now)) {
      if (!shown.equals(last)) {
        published.publish(transaction, note);
      }
      return new NothingNew(now);
    }
    return signAndShow(transaction, last, now);
  }

  private Optional<Reason> objection(Transaction transaction, SignedNote note, TreeHead now) {
    if (!note.isSignedBy(identity.verifier())) {
      return Optional.of(Reason.LOCK_FOREIGN);
    }
    TreeHead signed = Checkpoint.parse(note.text()).head();
    if (signed.size() > now.size()) {
      return Optional.of(Reason.LOG_SHRANK);
    }
    boolean extended =
        signed.size() == now.size()
            ? signed.equals(now)
            : signed.equals(headAt(transaction, signed.size()));
    return extended ? Optional.empty() : Optional.of(Reason.LOG_FORKED);
  }

  private TreeHead headAt(Transaction transaction, long size) {
    return TreeRoot.at(
        size, new TiledNodes((level, index) -> tables.tile(transaction, level, index)));
  }

  private PublishOutcome signAndShow(
      Transaction transaction, Optional<SignedNote> last, TreeHead head) {
    SignedNote next = identity.sign(head);
    if (!lock.replace(last, next)) {
      return new Refused(Reason.LOCK_MOVED);
    }
    published.publish(transaction, next);
    return new Published(head);
  }
}
