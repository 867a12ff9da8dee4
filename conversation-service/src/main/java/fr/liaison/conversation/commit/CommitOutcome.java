package fr.liaison.conversation.commit;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a commit bundle ended. */
public sealed interface CommitOutcome {
  /** It won its epoch, now or when it was first sent; {@code epoch} is the one it opened. */
  record Committed(long epoch, long sequence) implements CommitOutcome {}

  /** It did not; nothing of it was written. */
  sealed interface Refused extends CommitOutcome {}

  /** Another commit won this epoch, or the bundle was made for one that is not there yet. */
  record StaleEpoch(long currentEpoch, long lastSequence) implements Refused {}

  /** The conversation takes nothing new; it goes on in its successor, once there is one. */
  record Closed(Optional<ConversationId> successor) implements Refused {}

  /** The device was away for too long and has no state of this epoch. */
  record Dormant(Instant since) implements Refused {}

  /** The requester has no part in the conversation, or there is none. */
  record NotAMember() implements Refused {}

  /** The bytes do not fit the group. */
  record Unfit(fr.liaison.conversation.group.Unfit unfit) implements Refused {}

  /**
   * The conversation's rules do not allow this change.
   *
   * @param devices those the rule is about, where it is about devices
   */
  record NotAllowed(Rule rule, Set<DeviceId> devices) implements Refused {
    public NotAllowed {
      devices = Set.copyOf(devices);
    }

    NotAllowed(Rule rule) {
      this(rule, Set.of());
    }
  }

  /** A part is larger than allowed. */
  record TooLarge() implements Refused {}

  /** The device joined this conversation by itself too often. */
  record TooOften(Duration retryAfter) implements Refused {}

  /** The rule that was broken; the code goes into the problem. */
  enum Rule {
    /** The commit was signed by another leaf than the requester's. */
    SENDER_NOT_YOU,
    /** Only an administrator brings other people in or puts them out. */
    NOT_AN_ADMIN,
    /** A person comes with all devices that can be invited. */
    DEVICES_MISSING,
    /** A removal that waits must be part of the next commit. */
    REMOVAL_PENDING,
    /** The commit was accepted before, with another Welcome or GroupInfo. */
    BUNDLE_DIFFERS,
    TOO_MANY_DEVICES,
    TWO_PERSONS_ONLY;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
