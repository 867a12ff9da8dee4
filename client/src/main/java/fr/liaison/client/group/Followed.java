package fr.liaison.client.group;

import fr.liaison.client.store.StoredMessage;
import fr.liaison.mls.group.Group;
import java.util.Optional;

/** What the next entry of the log did to a group. */
public sealed interface Followed {
  /**
   * The group goes on.
   *
   * @param message to be stored with the state
   * @param sent the outbox row that turned out to be in the log
   * @param commit whether the entry opened a new epoch, which ends every own pending commit
   */
  record Advanced(
      Group next, Optional<StoredMessage> message, Optional<String> sent, boolean commit)
      implements Followed {
    static Advanced to(Group next) {
      return new Advanced(next, Optional.empty(), Optional.empty(), false);
    }

    static Advanced with(Group next, StoredMessage message) {
      return new Advanced(next, Optional.of(message), Optional.empty(), false);
    }

    static Advanced byCommit(Group next) {
      return new Advanced(next, Optional.empty(), Optional.empty(), true);
    }
  }

  /** The entry put this device out. */
  record Removed() implements Followed {}

  /** The state is no use any more: join again. Nothing of the entry was taken in. */
  record Lost(Reason reason) implements Followed {}

  /** Why a group had to be joined again. */
  enum Reason {
    /** An entry cannot be applied to the state. */
    CANNOT_FOLLOW,
    /** The stored bytes are no state. */
    STATE_DAMAGED,
    /** The store is older than what this device did: it was copied back. */
    OLDER_COPY,
    /** The server counts this device in, and nothing is stored. */
    STATE_MISSING,
    /** It was away for so long that the server keeps no more what it missed. */
    RESYNC_REQUIRED,
    /** The group is over and is founded again. */
    CLOSED,
    /** Not in yet: a device of a person who takes part. */
    NEW_DEVICE
  }
}
