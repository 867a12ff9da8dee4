package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.example.DischargeLetter;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.stream.StreamState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
    a.queue(direct, "Écrit avant l'arrêt");

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
}
