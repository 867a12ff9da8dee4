package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.conversation.OpenOutcome;
import fr.liaison.client.conversation.OutgoingFile;
import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on although a group or a program ended, on the whole system. */
@Scenario
@Order(5)
class JavaRefoundingTest {
  private final URI origin;
  private Path states;
  private JavaDevice a;
  private JavaDevice b;

  JavaRefoundingTest(Origin origin) {
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
  void allGoOnInTheSuccessorAndWhatWaitedArrivesOnce() {
    try (JavaDevice c = JavaDevice.start(origin, DemoPerson.LEFEVRE, states.resolve("c"))) {
      ConversationId old = a.group(List.of(b, c));
      a.say(old, "Avant");
      b.sync();
      c.sync();
      c.queue(old, "Écrit hors ligne");

      ConversationId successor = a.refound(old);
      b.sync();
      c.sync();
      c.sync();
      a.sync();
      b.sync();

      assertThat(b.notices()).contains(new Notice.Succeeded(old, successor));
      assertThat(a.texts(successor)).containsExactly("Écrit hors ligne");
      assertThat(b.texts(successor)).containsExactly("Écrit hors ligne");
      b.say(old, "Dans la suite");
      a.sync();
      assertThat(a.texts(successor)).containsExactly("Écrit hors ligne", "Dans la suite");
      assertThat(a.texts(old)).containsExactly("Avant");
      assertThat(a.messenger().refound(old)).isEqualTo(new OpenOutcome.Opened(successor));
      c.retire();
    }
  }

  @Test
  @Order(2)
  void twoPersonsGoOnInTheirSuccessor() {
    ConversationId old = a.direct(b);
    b.sync();

    ConversationId successor = b.refound(old);
    a.sync();
    a.say(a.direct(b), "On continue");
    b.sync();

    assertThat(a.direct(b)).isEqualTo(successor).isNotEqualTo(old);
    assertThat(b.texts(successor)).containsExactly("On continue");
  }

  @Test
  @Order(3)
  void aFileCutHalfWayArrivesAfterARestartAndOnce(@TempDir Path folder) throws IOException {
    byte[] letter = new byte[3_000_000];
    new Random(7).nextBytes(letter);
    Path pdf = Files.write(folder.resolve("lettre.pdf"), letter);
    ConversationId id = a.group(List.of(b));
    AssertionError killed = new AssertionError("killed");
    assertThatThrownBy(
            () ->
                a.messenger()
                    .sendFile(
                        id,
                        OutgoingFile.pdf(pdf),
                        false,
                        (bytes, total) -> {
                          throw killed;
                        }))
        .isSameAs(killed);
    Files.write(pdf, new byte[] {1});

    a = a.restarted();
    a.sync();
    a.sync();
    b.sync();

    assertThat(b.received(id, folder.resolve("chez-b"))).hasBinaryContent(letter);
    assertThat(b.texts(id)).hasSize(1);
  }
}
