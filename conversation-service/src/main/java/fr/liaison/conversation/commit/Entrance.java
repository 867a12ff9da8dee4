package fr.liaison.conversation.commit;

/** By which door a commit comes. */
public enum Entrance {
  /** From a device of the roster. */
  MEMBER("conversation.commit"),
  /** From a device of somebody in the conversation, which enters or replaces itself thereby. */
  OWN_DEVICE("conversation.join");

  private final String action;

  Entrance(String action) {
    this.action = action;
  }

  /** What entering by this door is called in the audit log. */
  public String action() {
    return action;
  }
}
