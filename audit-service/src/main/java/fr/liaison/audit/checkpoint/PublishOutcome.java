package fr.liaison.audit.checkpoint;

import fr.liaison.audit.tlog.merkle.TreeHead;
import java.util.Locale;

/** What came of an attempt to publish. */
public sealed interface PublishOutcome {

  /** A new checkpoint was signed and shown. */
  record Published(TreeHead head) implements PublishOutcome {}

  /** The newest checkpoint covers the whole log. */
  record NothingNew(TreeHead head) implements PublishOutcome {}

  /** Signing might show a second history; nothing was signed. */
  record Refused(Reason reason) implements PublishOutcome {

    /** Why the log will not sign. An operator must look before anything else is done. */
    public enum Reason {
      /** Another publisher moved the lock meanwhile; the next attempt will see. */
      LOCK_MOVED,
      /** Checkpoints were published before, but the lock file is gone. */
      LOCK_MISSING,
      /** The lock file is not a signed checkpoint. */
      LOCK_UNREADABLE,
      /** The lock file was signed by another key or for another log. */
      LOCK_FOREIGN,
      /** The database has fewer entries than were signed: a restored backup. */
      LOG_SHRANK,
      /** The database has other entries than were signed: a backup restored and written to. */
      LOG_FORKED;

      public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }
  }
}
