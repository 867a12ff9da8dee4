package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.card.Card;
import fr.liaison.client.card.CardVerdict;
import fr.liaison.client.card.TestCards;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.id.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is opened with somebody whose card does not hold, or who left. */
class FirstMessageTest extends ThreePrograms {
  @Test
  void nothingIsOpenedWithWhoLeftTheRegister() {
    delivery.departed.add(bob.person().toString());

    assertThat(ada.messenger.direct(bob.person()))
        .isEqualTo(new OpenOutcome.Departed(List.of(bob.person())));
    assertThat(ada.messenger.group(List.of(eve.person(), bob.person())))
        .isEqualTo(new OpenOutcome.Departed(List.of(bob.person())));
    assertThat(delivery.rooms).isEmpty();
    assertThat(delivery.count("POST key-package-claims")).isZero();
  }

  @Test
  void nothingIsOpenedByACardThatSomebodyElseSigned() throws Exception {
    delivery.cards = new TestCards(new TestAuthority(), Duration.ofDays(30));

    assertThat(ada.messenger.direct(bob.person()))
        .isEqualTo(new OpenOutcome.CardUnsound(bob.person(), CardVerdict.Cause.UNKNOWN_SIGNER));
    assertThat(delivery.rooms).isEmpty();
  }

  @Test
  void aNewConversationShowsTheCardThatItReadsOnce() {
    List<Card> shown = new ArrayList<>();

    OpenOutcome opened = ada.messenger.direct(bob.person(), shown::add);

    assertThat(shown)
        .extracting(card -> card.statement().person().id())
        .containsExactly(bob.person());
    assertThat(delivery.cardsRead).containsOnlyOnce(bob.person().toString());
    assertThat(ada.messenger.direct(bob.person(), shown::add)).isEqualTo(opened);
    assertThat(shown).hasSize(1);
  }

  @Test
  void whoLeftIsShownBeforeTheyAreRefused() {
    List<Card> shown = new ArrayList<>();
    delivery.departed.add(bob.person().toString());

    assertThat(ada.messenger.direct(bob.person(), shown::add))
        .isInstanceOf(OpenOutcome.Departed.class);
    assertThat(shown).singleElement().matches(card -> card.statement().departed());
  }

  @Test
  void whoSomebodyIsTheUnsignedEntryIsNeverAsked() {
    ConversationId id = ada.group(bob);

    assertThat(ada.messenger.add(id, List.of(eve.person()))).isEqualTo(new PeopleOutcome.Done());
    assertThat(delivery.count("GET practitioners")).isZero();
  }

  @Test
  void aConversationThatThereIsGoesOnWithoutACard() {
    ConversationId id = ((OpenOutcome.Opened) ada.messenger.direct(bob.person())).conversation();
    ada.sync();
    long asked = delivery.count("GET card");
    delivery.departed.add(bob.person().toString());

    assertThat(ada.messenger.direct(bob.person())).isEqualTo(new OpenOutcome.Opened(id));
    assertThat(delivery.count("GET card")).isEqualTo(asked).isPositive();
  }
}
