package fr.liaison.client.conversation;

import fr.liaison.client.card.CardVerdict;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.PractitionerId;
import java.util.List;
import java.util.Map;

/** What the cards of those say who are to come into a conversation. */
sealed interface Recipients {
  /** All are verified, and nobody left: everybody's national id, in the order asked for. */
  record Verified(Map<PractitionerId, String> nationalIds) implements Recipients {}

  /** By their verified cards these people left the register. */
  record Departed(List<PractitionerId> people) implements Recipients {}

  /** The card of this person is not to be believed. */
  record CardUnsound(PractitionerId person, CardVerdict.Cause cause) implements Recipients {}

  record Refused(Problem problem) implements Recipients {}

  /** No answer came; a card kept from before is no proof of the present. */
  record Unreachable() implements Recipients {}
}
