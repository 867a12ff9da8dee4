package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.id.ConversationId;
import java.net.URI;
import java.nio.file.Path;
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
    a.close();
    b.close();
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
}
