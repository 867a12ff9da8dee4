package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.card.CardVerdict;
import fr.liaison.client.card.TestCards;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredConversation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People who come into a running group and go. */
class PeopleTest extends ThreePrograms {
  @Test
  void whoIsBroughtInReadsWhatIsSaidFromThenOn() {
    ConversationId id = ada.group(bob);
    bob.sync();

    assertThat(ada.messenger.add(id, List.of(eve.person()))).isEqualTo(new PeopleOutcome.Done());
    eve.sync();
    bob.sync();
    assertThat(bob.messenger.sendText(id, "Bienvenue", false))
        .isInstanceOf(SendOutcome.Accepted.class);
    eve.sync();

    assertThat(eve.texts(id)).containsExactly("Bienvenue");
  }

  @Test
  void whereAllDevicesAreTooManyAGroupBeginsWithOneOfEachPerson() throws Exception {
    try (TestProgram adas = another(ada);
        TestProgram bobs = another(bob)) {
      delivery.mostDevices = 2;

      ConversationId id = ada.group(bob);
      bob.sync();

      assertThat(delivery.rooms).hasSize(1);
      assertThat(delivery.rooms.get(id.toString()).roster).hasSize(2);
      assertThat(bob.messenger.sendText(id, "Là", false)).isInstanceOf(SendOutcome.Accepted.class);
      ada.sync();
      assertThat(ada.texts(id)).containsExactly("Là");
      assertThat(List.of(adas, bobs)).allMatch(one -> one.texts(id).isEmpty());
    }
  }

  @Test
  void whereOnlyOwnDevicesAreTooManyTheOthersComeWithAllOfTheirs() throws Exception {
    try (TestProgram adas = another(ada);
        TestProgram bobs = another(bob)) {
      delivery.mostDevices = 3;

      ConversationId id = ada.group(bob);
      bobs.sync();

      assertThat(bobs.messenger.sendText(id, "Là", false)).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(adas.texts(id)).isEmpty();
    }
  }

  @Test
  void bringingInTwiceOrPuttingOutTwiceChangesNothing() {
    ConversationId id = ada.group(bob, eve);
    eve.sync();
    long claims = delivery.count("POST key-package-claims");

    assertThat(ada.messenger.add(id, List.of(eve.person()))).isEqualTo(new PeopleOutcome.Done());
    assertThat(delivery.count("POST key-package-claims")).isEqualTo(claims);
    assertThat(ada.messenger.remove(id, eve.person())).isEqualTo(new PeopleOutcome.Done());
    assertThat(ada.messenger.remove(id, eve.person())).isEqualTo(new PeopleOutcome.Done());

    assertThat(delivery.count("POST commits")).isEqualTo(1);
    eve.sync();
    assertThat(eve.notices).contains(new Notice.Left(id));
  }

  @Test
  void whoLeftTheRegisterIsNotBroughtIn() {
    ConversationId id = ada.group(bob);
    long claims = delivery.count("POST key-package-claims");
    delivery.departed.add(eve.person().toString());

    assertThat(ada.messenger.add(id, List.of(eve.person())))
        .isEqualTo(new PeopleOutcome.Departed(List.of(eve.person())));
    assertThat(delivery.count("POST key-package-claims")).isEqualTo(claims);
    assertThat(delivery.count("POST commits")).isZero();
  }

  @Test
  void nobodyIsBroughtInByACardThatSomebodyElseSigned() throws Exception {
    ConversationId id = ada.group(bob);
    delivery.cards = new TestCards(new TestAuthority(), Duration.ofDays(30));

    assertThat(ada.messenger.add(id, List.of(eve.person())))
        .isEqualTo(new PeopleOutcome.CardUnsound(eve.person(), CardVerdict.Cause.UNKNOWN_SIGNER));
    assertThat(delivery.count("POST commits")).isZero();
  }

  @Test
  void whoLosesTheRaceTriesAgainOnTheNextEpoch() {
    ConversationId id = ada.group(bob);
    bob.sync();
    assertThat(bob.messenger.renewKeys(id)).isEqualTo(new ChangeOutcome.Done());

    assertThat(ada.messenger.add(id, List.of(eve.person()))).isEqualTo(new PeopleOutcome.Done());

    eve.sync();
    assertThat(eve.notices).contains(new Notice.Joined(id));
  }

  @Test
  void anAdministratorIsAppointedAndWithdrawn() {
    ConversationId id = ada.group(bob);

    assertThat(ada.messenger.appoint(id, bob.person())).isEqualTo(new PeopleOutcome.Done());
    assertThat(known(id).admins()).containsExactly(ada.person(), bob.person());
    assertThat(ada.messenger.withdraw(id, bob.person())).isEqualTo(new PeopleOutcome.Done());
    assertThat(known(id).admins()).containsExactly(ada.person());
    assertThat(eve.messenger.appoint(id, bob.person())).isEqualTo(new PeopleOutcome.NotIn());
  }

  private StoredConversation known(ConversationId id) {
    return ada.store.<StoredConversation>read(
        reader -> StoredConversation.find(reader, id).orElseThrow());
  }
}
