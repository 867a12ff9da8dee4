package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredConversation;
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
