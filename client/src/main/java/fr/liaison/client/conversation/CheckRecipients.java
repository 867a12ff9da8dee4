package fr.liaison.client.conversation;

import fr.liaison.client.card.Card;
import fr.liaison.client.card.CardOutcome;
import fr.liaison.client.card.Cards;
import fr.liaison.client.id.PractitionerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Before a first message: the directory must answer a verified card of everybody, and nobody may
 * have left. What else speaks for looking twice is the caller's to judge ({@link
 * fr.liaison.client.card.FirstLook}).
 */
final class CheckRecipients {
  private final Cards cards;

  CheckRecipients(Cards cards) {
    this.cards = cards;
  }

  /** Why nothing may be opened; empty where nothing speaks against it. */
  Optional<OpenOutcome> refusal(List<PractitionerId> people) {
    List<PractitionerId> departed = new ArrayList<>();
    for (PractitionerId person : people) {
      switch (cards.read(person)) {
        case CardOutcome.Current(Card card) -> {
          if (card.statement().departed()) {
            departed.add(person);
          }
        }
        // The kept card is the later word on them.
        case CardOutcome.Outdated(Card kept) -> {
          if (kept.statement().departed()) {
            departed.add(person);
          }
        }
        case CardOutcome.Offline offline -> {
          return Optional.of(new OpenOutcome.Unreachable());
        }
        case CardOutcome.Unreachable unreachable -> {
          return Optional.of(new OpenOutcome.Unreachable());
        }
        case CardOutcome.Unsound(var cause) -> {
          return Optional.of(new OpenOutcome.CardUnsound(person, cause));
        }
        case CardOutcome.Refused(var problem) -> {
          return Optional.of(new OpenOutcome.Refused(problem));
        }
      }
    }
    return departed.isEmpty()
        ? Optional.empty()
        : Optional.of(new OpenOutcome.Departed(List.copyOf(departed)));
  }
}
