package fr.liaison.client.conversation;

import java.util.ArrayDeque;
import java.util.Deque;

/** What the program is to be told, in order, once the change it is about is stored. */
final class Notices {
  private final ConversationListener listener;
  private final Deque<Notice> waiting = new ArrayDeque<>();
  private boolean telling;

  Notices(ConversationListener listener) {
    this.listener = listener;
  }

  void add(Notice notice) {
    waiting.add(notice);
  }

  /** Tells all; what the listener itself causes is told after it returned. */
  void tell() {
    if (telling) {
      return;
    }
    telling = true;
    try {
      for (Notice next = waiting.poll(); next != null; next = waiting.poll()) {
        listener.on(next);
      }
    } finally {
      telling = false;
    }
  }
}
