package fr.liaison.client.conversation;

import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.stream.LiveStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the server what is stored here: over the stream, else over HTTP when asked to. */
final class Acknowledgements {
  private final ConversationApi conversations;
  private final Map<ConversationId, Long> waiting = new HashMap<>();
  private @Nullable LiveStream stream;

  Acknowledgements(ConversationApi conversations) {
    this.conversations = conversations;
  }

  void over(LiveStream live) {
    stream = live;
  }

  /** Only after the transaction that stored it. */
  void stored(ConversationId id, long upTo) {
    LiveStream live = stream;
    if (live == null || !live.acknowledge(id, upTo)) {
      waiting.put(id, upTo);
    }
  }

  /** What could not be said yet; what fails waits for the next time. */
  void flush() {
    for (Map.Entry<ConversationId, Long> one : Map.copyOf(waiting).entrySet()) {
      if (conversations.delivered(one.getKey(), one.getValue()) instanceof Answer.Done<?>) {
        waiting.remove(one.getKey(), one.getValue());
      }
    }
  }
}
