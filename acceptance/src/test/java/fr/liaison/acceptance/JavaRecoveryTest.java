package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.javaclient.Copies;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.javaclient.OldState;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.group.Followed;
import fr.liaison.client.group.StoredCommit;
import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java programs whose answers, states or disks were lost, on the whole system. */
@Scenario
@Order(5)
class JavaRecoveryTest {
  private final URI origin;
  private Path states;
  private JavaDevice a;
  private JavaDevice b;
  private ConversationId group;

  JavaRecoveryTest(Origin origin) {
    this.origin = URI.create(origin.url());
  }

  @BeforeAll
  void enrol(@TempDir Path folder) {
    states = folder;
    a = JavaDevice.start(origin, DemoPerson.ROUSSEAU, folder.resolve("a"));
    b = JavaDevice.start(origin, DemoPerson.PETIT, folder.resolve("b"));
    group = a.group(List.of(b));
    b.sync();
  }

  @AfterAll
  void close() {
    a.retire();
    b.retire();
  }

  @Test
  @Order(5)
  void aCommitWhoseAnswerWasLostIsFinishedAfterARestart() {
    for (boolean arrived : List.of(true, false)) {
      StoredCommit made = OldState.of(a, group).commit();
      a.store().change(transaction -> made.save(transaction, group));
      if (arrived) {
        a.liaison().conversations(a.device()).commit(group, made.bundle()).orThrow();
      }

      a = a.restarted();
      a.sync();
      a.say(group, "Après la reprise " + arrived);
      b.sync();

      assertThat(b.texts(group)).endsWith("Après la reprise " + arrived);
      assertThat(a.notices()).noneMatch(Notice.Rejoined.class::isInstance);
    }
  }

  @Test
  @Order(7)
  void anOlderCopyOfTheStateIsFoundAndNeverEncryptsAgain() throws IOException {
    b.close();
    Path copy = Copies.of(b.folder(), states.resolve("copy"));
    b = b.restarted();
    b.say(group, "Dit après la copie");
    a.sync();
    long before = a.lastEpochOf(group, b.device().id());
    b.close();
    Copies.restore(copy, b.folder());

    b = b.restarted();
    b.say(group, "Dit après le retour");
    a.sync();

    assertThat(b.notices()).contains(new Notice.Rejoined(group, Followed.Reason.OLDER_COPY));
    assertThat(a.texts(group)).endsWith("Dit après la copie", "Dit après le retour");
    assertThat(a.lastEpochOf(group, b.device().id())).isGreaterThan(before);
    assertThat(b.texts(group)).endsWith("?", "Dit après le retour");
  }

  @Test
  @Order(8)
  void aDamagedStateIsFoundAndAFreshOneJoinsAgain() throws IOException {
    b.close();
    Copies.damage(b.folder().resolve("state.db"));

    assertThat(Copies.isUsable(b.folder())).isFalse();
    b = JavaDevice.start(origin, DemoPerson.PETIT, states.resolve("b-new"));
    a.say(group, "De retour");
    b.sync();

    assertThat(b.notices()).contains(new Notice.Joined(group));
    assertThat(b.texts(group)).containsExactly("De retour");
  }
}
