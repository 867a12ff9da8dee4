package fr.liaison.conversation.refounding;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.PractitionerId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a report, an order or a succession was refused; nothing of it was written. */
public sealed interface Refusal {
  /** The requester's device is not in that conversation, or there is none. */
  record NotAMember() implements Refusal {}

  /** Somebody else was first: it goes on in this conversation. */
  record Closed(Optional<ConversationId> successor) implements Refusal {}

  /** Either of two persons may order it only so often. */
  record TooSoon(Duration rest) implements Refusal {}

  /**
   * The rules do not allow it.
   *
   * @param persons those the rule is about, where it is about persons
   */
  record NotAllowed(Rule rule, Set<PractitionerId> persons) implements Refusal {
    public NotAllowed {
      persons = Set.copyOf(persons);
    }

    NotAllowed(Rule rule) {
      this(rule, Set.of());
    }
  }

  /** The rule that was broken; the code goes into the problem. */
  enum Rule {
    /** There is no commit at this sequence that the device may read. */
    NOT_A_COMMIT,
    /** Nobody reports what they committed themselves, on whatever device. */
    OWN_COMMIT,
    /** Only an administrator does this in a group. */
    NOT_AN_ADMIN,
    /** The old one does not wait to be founded again, or is of another kind. */
    NOT_A_SUCCESSOR,
    /** Everyone who can be invited comes along. */
    PERSONS_MISSING,
    /** Nobody comes in who had no part in the old one, or was left out. */
    PERSONS_FOREIGN;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
