package fr.liaison.client.conversation;

import fr.liaison.client.card.Card;
import fr.liaison.client.card.CardOutcome;
import fr.liaison.client.card.Cards;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.PractitionerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the cards of those who are to come in. Who somebody is, a verified card alone says. What
 * else speaks for looking twice is the caller's to judge ({@link
 * fr.liaison.client.card.FirstLook}).
 */
final class CheckRecipients {
  private final Cards cards;

  CheckRecipients(Cards cards) {
    this.cards = cards;
  }

  /** Everybody's card must hold, and nobody may have left. */
  Recipients check(List<PractitionerId> people) {
    return check(people, card -> {});
  }

  /**
   * The same.
   *
   * @param look is given every card that the directory signed now, also of who left
   */
  Recipients check(List<PractitionerId> people, Consumer<Card> look) {
    Map<PractitionerId, String> nationalIds = new LinkedHashMap<>();
    List<PractitionerId> departed = new ArrayList<>();
    for (PractitionerId person : people) {
      Card read;
      switch (cards.read(person)) {
        case CardOutcome.Current(Card card) -> {
          look.accept(card);
          read = card;
        }
        // The kept card is the later word on them.
        case CardOutcome.Outdated(Card kept) -> read = kept;
        case CardOutcome.Offline offline -> {
          return new Recipients.Unreachable();
        }
        case CardOutcome.Unreachable unreachable -> {
          return new Recipients.Unreachable();
        }
        case CardOutcome.Unsound(var cause) -> {
          return new Recipients.CardUnsound(person, cause);
        }
        case CardOutcome.Refused(var problem) -> {
          return new Recipients.Refused(problem);
        }
      }
      nationalIds.put(person, read.statement().person().nationalId());
      if (read.statement().departed()) {
        departed.add(person);
      }
    }
    return departed.isEmpty()
        ? new Recipients.Verified(nationalIds)
        : new Recipients.Departed(List.copyOf(departed));
  }

  /** Everybody's national id, without those whose card does not hold; also of who left. */
  Answer<Map<PractitionerId, String>> known(List<PractitionerId> people) {
    Map<PractitionerId, String> nationalIds = new LinkedHashMap<>();
    for (PractitionerId person : people) {
      switch (cards.read(person)) {
        case CardOutcome.Current(Card card) ->
            nationalIds.put(person, card.statement().person().nationalId());
        case CardOutcome.Outdated(Card kept) ->
            nationalIds.put(person, kept.statement().person().nationalId());
        case CardOutcome.Unsound unsound -> {}
        case CardOutcome.Offline offline -> {
          return new Answer.Unreachable<>();
        }
        case CardOutcome.Unreachable unreachable -> {
          return new Answer.Unreachable<>();
        }
        case CardOutcome.Refused(var problem) -> {
          return new Answer.Refused<>(problem);
        }
      }
    }
    return new Answer.Done<>(nationalIds);
  }
}
