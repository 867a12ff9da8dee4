package fr.liaison.client.conversation;

import fr.liaison.client.api.Conversation.State;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.ConversationApi.Reported;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells the server of commits that cannot be processed here, each once while the program runs. The
 * way back does not wait for it: what cannot be said now is said when the commit is met again.
 */
final class ReportCommit {
  private final ConversationApi conversations;
  private final Set<Place> reported = new HashSet<>();

  private record Place(ConversationId conversation, long sequence) {}

  ReportCommit(ConversationApi conversations) {
    this.conversations = conversations;
  }

  /** True when the conversation is closed now. */
  boolean report(ConversationId id, long sequence) {
    Place place = new Place(id, sequence);
    if (reported.contains(place)) {
      return false;
    }
    Answer<Reported> answer = conversations.report(id, sequence);
    if (!(answer instanceof Answer.Unreachable)) {
      reported.add(place);
    }
    return answer instanceof Answer.Done<Reported>(Reported said) && said.state() != State.OPEN;
  }
}
