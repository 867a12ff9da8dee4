package fr.liaison.client.conversation;

/**
 * Hears what happened, one after the other, after it was stored and acknowledged. While it runs
 * nothing else is taken in: a slow program slows the server, not its own memory. It may call the
 * messenger. What was stored but not told when the program stopped is in the history.
 */
@FunctionalInterface
public interface ConversationListener {
  void on(Notice notice);

  /** Hears nothing: for programs that read the history. */
  static ConversationListener silent() {
    return notice -> {};
  }
}
