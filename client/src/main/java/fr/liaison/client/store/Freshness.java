package fr.liaison.client.store;

import fr.liaison.contracts.json.Bytes;
import java.util.List;
import java.util.Set;

/**
 * Whether the stored state of a conversation is the newest this device ever had. A store copied
 * back from an older backup is not, and encrypting with it could use a key and nonce twice: it must
 * re-join before it says anything.
 */
public sealed interface Freshness {
  /** Nothing shows that this device was ever further. */
  record Current() implements Freshness {}

  /** This device was further: re-join. */
  record Stale(Reason reason) implements Freshness {}

  /** What gave it away. */
  enum Reason {
    /** The server knows an acknowledgement of entries that the store never took in. */
    ACKNOWLEDGED_BEYOND_CURSOR,
    /** The log shows an entry of this device that the store does not know to have sent. */
    UNKNOWN_OWN_ENTRY
  }

  /**
   * What the store knows.
   *
   * @param cursor last entry that went into the state
   * @param sent digests of what this device sent or may have sent beyond the cursor
   */
  record Local(long cursor, Set<Bytes> sent) {}

  /** An entry of the log that this device is said to have sent. */
  record OwnEntry(long sequence, Bytes sha256) {}

  /**
   * The rule, a pure function.
   *
   * @param acknowledged the server's mark of what this device received
   * @param own entries of this device's own in the log; those up to the cursor do not matter
   */
  static Freshness of(Local local, long acknowledged, List<OwnEntry> own) {
    if (acknowledged > local.cursor()) {
      return new Stale(Reason.ACKNOWLEDGED_BEYOND_CURSOR);
    }
    boolean unknown =
        own.stream()
            .filter(entry -> entry.sequence() > local.cursor())
            .anyMatch(entry -> !local.sent().contains(entry.sha256()));
    return unknown ? new Stale(Reason.UNKNOWN_OWN_ENTRY) : new Current();
  }
}
