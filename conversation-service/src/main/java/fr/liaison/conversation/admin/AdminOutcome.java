package fr.liaison.conversation.admin;

import java.util.Locale;

/** How appointing or withdrawing an administrator ended. */
public sealed interface AdminOutcome {
  /** It is so from now on. */
  record Changed() implements AdminOutcome {}

  /** It was so before; nothing was written. */
  record Unchanged() implements AdminOutcome {}

  /** The requester has no part in the conversation, or there is none. */
  record NotAMember() implements AdminOutcome {}

  /** The conversation's rules do not allow it. */
  record NotAllowed(Rule rule) implements AdminOutcome {}

  /** The rule that was broken; the code goes into the problem. */
  enum Rule {
    /** Of two persons neither administers the other. */
    GROUPS_ONLY,
    /** Only an administrator appoints and withdraws administrators. */
    NOT_AN_ADMIN,
    /** Only somebody with a device in the conversation is appointed. */
    NOT_IN_CONVERSATION,
    /** A group keeps at least one administrator. */
    LAST_ADMIN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
