package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.javaclient.OldState;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.api.Conversation;
import fr.liaison.client.api.Entry;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.conversation.PeopleOutcome;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes into groups of Java programs and who goes, on the whole system. */
@Scenario
@Order(5)
class JavaMembershipTest {
  private final URI origin;
  private Path states;
  private JavaDevice a;
  private JavaDevice b;

  JavaMembershipTest(Origin origin) {
    this.origin = URI.create(origin.url());
  }

  @BeforeAll
  void enrol(@TempDir Path folder) {
    states = folder;
    a = JavaDevice.start(origin, DemoPerson.ROUSSEAU, folder.resolve("a"));
    b = JavaDevice.start(origin, DemoPerson.PETIT, folder.resolve("b"));
  }

  @AfterAll
  void close() {
    a.retire();
    b.retire();
  }

  @Test
  @Order(5)
  void whoWasStruckOffReadsNothingSentAfter() {
    try (JavaDevice c = JavaDevice.start(origin, DemoPerson.LEFEVRE, states.resolve("c"))) {
      ConversationId group = a.group(List.of(b, c));
      a.say(group, "Avant");
      c.sync();
      b.sync();
      assertThat(c.texts(group)).containsExactly("Avant");

      c.liaison().directory().revoke(c.device().id()).orThrow();
      Awaitility.await().until(() -> a.logHas(group, Entry.EntryKind.PROPOSAL));
      a.say(group, "Après");
      b.sync();

      assertThat(b.texts(group)).containsExactly("Avant", "Après");
      assertThat(a.notices()).anyMatch(one -> one instanceof Notice.Changed);
      assertThat(OldState.of(c, group).read(a.log(group))).doesNotContain("Après");
    }
  }

  @Test
  @Order(5)
  void membersWhoAreOnlinePutOutWhoWasStruckOffWithoutAnybodyWriting() {
    try (JavaDevice c = JavaDevice.start(origin, DemoPerson.MOREAU, states.resolve("f"))) {
      ConversationId group = a.group(List.of(b, c));
      a.sync();
      b.sync();
      a.messenger().start();
      b.messenger().start();

      c.liaison().directory().revoke(c.device().id()).orThrow();

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(
                          a.liaison()
                              .conversations(a.device())
                              .conversation(group)
                              .orThrow()
                              .members())
                      .extracting(Conversation.Member::deviceId)
                      .contains(a.device().id(), b.device().id())
                      .doesNotContain(c.device().id()));
      a = a.restarted();
      b = b.restarted();
      a.sync();
      b.sync();
      b.say(group, "Entre nous");
      a.sync();
      assertThat(a.texts(group)).containsExactly("Entre nous");
    }
  }

  @Test
  @Order(6)
  void commitsOfSeveralProgramsConverge() throws InterruptedException {
    try (JavaDevice c = JavaDevice.start(origin, DemoPerson.BENALI, states.resolve("d"));
        JavaDevice d = JavaDevice.start(origin, DemoPerson.LEROY, states.resolve("e"))) {
      List<JavaDevice> all = List.of(a, b, c, d);
      ConversationId group = a.group(List.of(b, c, d));
      all.forEach(JavaDevice::sync);

      List<Thread> racing =
          all.stream().map(one -> Thread.ofVirtual().start(() -> one.renewKeys(group, 3))).toList();
      for (Thread one : racing) {
        one.join();
      }
      all.forEach(one -> one.say(group, "De " + one.folder().getFileName()));
      all.forEach(JavaDevice::sync);

      List<String> said = a.texts(group);
      assertThat(said).hasSize(4).doesNotContain("?");
      assertThat(all).allSatisfy(one -> assertThat(one.texts(group)).isEqualTo(said));
      assertThat(a.log(group).stream().filter(one -> one.kind() == Entry.EntryKind.COMMIT))
          .hasSize(1 + 4 * 3)
          .extracting(Entry::epoch)
          .doesNotHaveDuplicates();
      c.retire();
      d.retire();
    }
  }

  @Test
  @Order(7)
  void anAdministratorBringsSomebodyInAndPutsThemOutAgain() {
    try (JavaDevice c = JavaDevice.start(origin, DemoPerson.LEFEVRE, states.resolve("g"))) {
      ConversationId group = a.group(List.of(b));
      b.sync();
      List<PractitionerId> people = List.of(c.practitioner());
      PeopleOutcome done = new PeopleOutcome.Done();

      assertThat(b.messenger().add(group, people)).isInstanceOf(PeopleOutcome.Refused.class);
      assertThat(a.messenger().add(group, people)).isEqualTo(done);
      assertThat(a.messenger().add(group, people)).isEqualTo(done);
      c.sync();
      c.say(group, "Merci");
      b.sync();
      assertThat(b.texts(group)).containsExactly("Merci");

      assertThat(a.messenger().appoint(group, b.practitioner())).isEqualTo(done);
      assertThat(b.messenger().remove(group, c.practitioner())).isEqualTo(done);
      assertThat(a.messenger().remove(group, c.practitioner())).isEqualTo(done);
      b.say(group, "Entre nous");
      a.sync();
      c.sync();
      assertThat(a.texts(group)).containsExactly("Merci", "Entre nous");
      assertThat(c.texts(group)).containsExactly("Merci");
      assertThat(c.notices()).contains(new Notice.Left(group));
      c.retire();
    }
  }
}
