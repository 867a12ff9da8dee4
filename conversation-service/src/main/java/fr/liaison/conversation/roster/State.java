package fr.liaison.conversation.roster;

/** Whether a conversation takes anything new. The names are wire and column values. */
public enum State {
  open,
  /** Most of its members could not process a commit; it waits to be founded again. */
  refounding,
  /** It goes on in another conversation. */
  succeeded;

  public String wireName() {
    return name();
  }
}
