package fr.liaison.conversation.refounding;

import fr.liaison.conversation.log.Standing;

/** How ordering a conversation to be founded again ended. */
public sealed interface OrderOutcome {
  /** It waits to be founded again, or was by now. */
  record Ordered(Standing standing) implements OrderOutcome {}

  /** It stays as it is. */
  record Refused(Refusal refusal) implements OrderOutcome {}
}
