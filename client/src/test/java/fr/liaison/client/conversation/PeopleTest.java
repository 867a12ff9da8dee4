package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.group.TestMember;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredConversation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who come into a running group and go. */
class PeopleTest {
  private TestDelivery delivery;
  private TestProgram ada;
  private TestProgram bob;
  private TestProgram eve;

  @BeforeEach
  void threePrograms(@TempDir Path folder) throws Exception {
    delivery = new TestDelivery();
    TestAuthority authority = new TestAuthority();
    ada = program(authority, folder, "1");
    bob = program(authority, folder, "2");
    eve = program(authority, folder, "3");
    ada.sync();
    bob.sync();
    eve.sync();
  }

  private TestProgram program(TestAuthority authority, Path folder, String number)
      throws Exception {
    TestMember member =
        new TestMember(authority.enrol("P" + number, "81000" + number, Duration.ofDays(90)));
    return new TestProgram(delivery, member, folder.resolve(number));
  }

  @AfterEach
  void close() {
    ada.close();
    bob.close();
    eve.close();
    delivery.close();
  }

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
