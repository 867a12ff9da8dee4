package fr.liaison.conversation.commit;

import fr.liaison.conversation.framing.Verdict;

/** How a commit bundle ended. */
public sealed interface CommitOutcome {
  /** It won its epoch, now or when it was first sent; {@code epoch} is the one it opened. */
  record Committed(long epoch, long sequence) implements CommitOutcome {}

  /** It did not; nothing of it was written. */
  sealed interface Refused extends CommitOutcome {}

  /** Another commit won this epoch, or the bundle was made for one that is not there yet. */
  record StaleEpoch(long currentEpoch, long lastSequence) implements Refused {}

  /** The sender's device is not in the roster, or there is no such conversation. */
  record NotAMember() implements Refused {}

  /** The bytes do not fit the group or the declared change of roster. */
  record Unfit(Verdict.Unfit verdict) implements Refused {}

  /** The conversation's rules do not allow this change. */
  record NotAllowed(Rule rule) implements Refused {}

  /** A part is larger than allowed. */
  record TooLarge() implements Refused {}

  /** The rule that was broken; the code goes into the problem. */
  enum Rule {
    ADDED_DEVICE_NOT_ACTIVE,
    ADDED_DEVICE_ALREADY_IN,
    ADDED_DEVICE_TWICE,
    REMOVED_DEVICE_NOT_IN,
    OWN_DEVICE_REMOVED,
    TOO_MANY_DEVICES,
    TWO_PERSONS_ONLY;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
