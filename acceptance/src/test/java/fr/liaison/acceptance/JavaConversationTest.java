package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.javaclient.Copies;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.javaclient.OldState;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.api.Conversation;
import fr.liaison.client.api.Entry;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.ContentWriter;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.example.DischargeLetter;
import fr.liaison.client.group.Followed;
import fr.liaison.client.group.StoredCommit;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.MessageId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.OutboxMessage;
import fr.liaison.client.stream.StreamState;
import fr.liaison.contracts.json.Bytes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java programs in conversations with each other, on the whole system. */
@Scenario
@Order(5)
class JavaConversationTest {
  private final URI origin;
  private Path states;
  private JavaDevice a;
  private JavaDevice b;
  private ConversationId direct;

  JavaConversationTest(Origin origin) {
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
  @Order(1)
  void twoProgramsWriteToEachOther() {
    direct = a.direct(b);
    a.say(direct, "Bonjour");
    b.sync();
    b.say(direct, "Bonjour à vous");
    a.sync();

    assertThat(a.texts(direct)).containsExactly("Bonjour", "Bonjour à vous");
    assertThat(b.texts(direct)).containsExactly("Bonjour", "Bonjour à vous");
    assertThat(a.direct(b)).isEqualTo(direct);
  }

  @Test
  @Order(2)
  void aProgramThatWasAwayCatchesUpInOrder() {
    b.close();
    List<String> sent = IntStream.range(0, 1_000).mapToObj(i -> "Message " + i).toList();
    sent.forEach(text -> a.say(direct, text));

    b = b.restarted();
    b.sync();

    assertThat(b.texts(direct)).endsWith(sent.toArray(String[]::new)).hasSize(1_002);
    assertThat(b.notices().stream().filter(Notice.Arrived.class::isInstance)).hasSize(1_000);
  }

  @Test
  @Order(3)
  void theStreamBringsWhatIsWrittenMeanwhile() {
    b.messenger().start();
    Awaitility.await()
        .until(() -> b.notices().contains(new Notice.Connection(new StreamState.Online())));

    a.say(direct, "En direct");

    Awaitility.await().until(() -> b.texts(direct).contains("En direct"));
    b = b.restarted();
  }

  @Test
  @Order(3)
  void filesGoBothWays(@TempDir Path folder) throws IOException {
    byte[] letter = new byte[3_000_000];
    new Random(7).nextBytes(letter);
    Path pdf = Files.write(folder.resolve("Lettre de sortie é.pdf"), letter);

    a.sendFile(direct, pdf);
    b.sync();
    b.sendFile(direct, b.received(direct, folder.resolve("chez-b")));
    a.sync();

    assertThat(folder.resolve("chez-b")).hasBinaryContent(letter);
    assertThat(a.received(direct, folder.resolve("chez-a"))).hasBinaryContent(letter);
  }

  @Test
  @Order(3)
  void aHospitalSendsALetterFromTheCommandLine(@TempDir Path folder) throws IOException {
    Path pdf = Files.write(folder.resolve("sortie.pdf"), new byte[70_000]);
    Path list =
        Files.writeString(
            folder.resolve("liste.csv"),
            "RPPS;nom\n" + DemoPerson.PETIT.userName() + ";petit\n89970000000;petit\n");
    Queue<String> said = new ConcurrentLinkedQueue<>();

    new DischargeLetter(a.liaison().directory(), a.messenger())
        .send(
            pdf,
            DischargeLetter.addressees(list),
            TransferProgress.silent(),
            (who, done, of, result) -> said.add(done + "/" + of + " " + result));
    b.sync();

    assertThat(said).containsExactly("1/2 Sent[]", "2/2 Unknown[]");
    assertThat(b.received(direct, folder.resolve("chez-b"))).hasBinaryContent(new byte[70_000]);
  }

  @Test
  @Order(3)
  void whatWasNotSentGoesOutAfterARestartOnce() {
    ConversationId id = direct;
    a.store()
        .change(
            transaction -> {
              Bytes text =
                  ContentWriter.write(
                      new Content.Text(
                          MessageId.parse("01938d2e-0000-7000-8000-0000000000a1"),
                          "2026-11-21T22:00:00.000Z",
                          "Écrit avant l'arrêt"));
              OutboxMessage waiting =
                  new OutboxMessage(
                      MessageId.parse("01938d2e-0000-7000-8000-0000000000a1"),
                      Instant.EPOCH,
                      false,
                      List.of(),
                      text,
                      null);
              assertThat(Outbox.add(transaction, id, waiting)).isNotNull();
            });

    a = a.restarted();
    a.sync();
    a = a.restarted();
    a.sync();
    b.sync();

    assertThat(b.texts(direct)).containsOnlyOnce("Écrit avant l'arrêt");
    assertThat(a.texts(direct)).endsWith("Écrit avant l'arrêt");
  }

  @Test
  @Order(4)
  void aNewDeviceOfAMemberJoinsByItself() {
    try (JavaDevice second = JavaDevice.start(origin, DemoPerson.ROUSSEAU, states.resolve("a2"))) {
      assertThat(second.notices()).contains(new Notice.Joined(direct));

      b.say(direct, "Pour les deux postes");
      second.say(direct, "Depuis le second");
      a.sync();
      b.sync();

      assertThat(second.texts(direct)).containsExactly("Pour les deux postes", "Depuis le second");
      assertThat(a.texts(direct)).endsWith("Pour les deux postes", "Depuis le second");
      assertThat(b.texts(direct)).endsWith("Pour les deux postes", "Depuis le second");
      second.retire();
    }
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
  @Order(5)
  void aCommitWhoseAnswerWasLostIsFinishedAfterARestart() {
    for (boolean arrived : List.of(true, false)) {
      StoredCommit made = OldState.of(a, direct).commit();
      a.store().change(transaction -> made.save(transaction, direct));
      if (arrived) {
        a.liaison().conversations(a.device()).commit(direct, made.bundle()).orThrow();
      }

      a = a.restarted();
      a.sync();
      a.say(direct, "Après la reprise " + arrived);
      b.sync();

      assertThat(b.texts(direct)).endsWith("Après la reprise " + arrived);
      assertThat(a.notices()).noneMatch(Notice.Rejoined.class::isInstance);
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
  void anOlderCopyOfTheStateIsFoundAndNeverEncryptsAgain() throws IOException {
    b.close();
    Path copy = Copies.of(b.folder(), states.resolve("copy"));
    b = b.restarted();
    b.say(direct, "Dit après la copie");
    a.sync();
    long before = a.lastEpochOf(direct, b.device().id());
    b.close();
    Copies.restore(copy, b.folder());

    b = b.restarted();
    b.say(direct, "Dit après le retour");
    a.sync();

    assertThat(b.notices()).contains(new Notice.Rejoined(direct, Followed.Reason.OLDER_COPY));
    assertThat(a.texts(direct)).endsWith("Dit après la copie", "Dit après le retour");
    assertThat(a.lastEpochOf(direct, b.device().id())).isGreaterThan(before);
    assertThat(b.texts(direct)).endsWith("?", "Dit après le retour");
  }

  @Test
  @Order(8)
  void aDamagedStateIsFoundAndAFreshOneJoinsAgain() throws IOException {
    b.close();
    Copies.damage(b.folder().resolve("state.db"));

    assertThat(Copies.isUsable(b.folder())).isFalse();
    b = JavaDevice.start(origin, DemoPerson.PETIT, states.resolve("b-new"));
    a.say(direct, "De retour");
    b.sync();

    assertThat(b.notices()).contains(new Notice.Joined(direct));
    assertThat(b.texts(direct)).containsExactly("De retour");
  }
}
