package fr.liaison.client.conversation;

import fr.liaison.client.card.CardVerdict;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import java.util.List;

/** What became of opening a conversation. */
public sealed interface OpenOutcome {
  /** It is there, with all devices of everybody as far as there is room. */
  record Opened(ConversationId conversation) implements OpenOutcome {}

  /** These people have no device that could be invited; nothing was opened. */
  record NobodyThere(List<PractitionerId> people) implements OpenOutcome {}

  /** These people have a device whose key the public log does not prove; nothing was opened. */
  record KeysUnproven(List<PractitionerId> people) implements OpenOutcome {}

  /** By their verified cards these people left the register; nothing was opened. */
  record Departed(List<PractitionerId> people) implements OpenOutcome {}

  /** The card of this person is not to be believed; nothing was opened. */
  record CardUnsound(PractitionerId person, CardVerdict.Cause cause) implements OpenOutcome {}

  record Refused(Problem problem) implements OpenOutcome {}

  /** No answer came; if the server did it, the conversation shows up with the next sync. */
  record Unreachable() implements OpenOutcome {}
}
