package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.javaclient.CommandLine;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as scripts use it: its own process, JSON lines, exit codes. */
@Scenario
@Order(5)
class JavaCommandLineTest {
  private final URI origin;

  JavaCommandLineTest(Origin origin) {
    this.origin = URI.create(origin.url());
  }

  @Test
  void aScriptSendsAndListens(@TempDir Path folder) throws Exception {
    CommandLine line = CommandLine.loggedIn(origin, DemoPerson.BENALI, folder.resolve("cli"));
    assertThat(line.run("--json", "conversations").exit()).isEqualTo(5);
    String device = line.run("--json", "devices", "enrol", "Script").json().path("id").asText();
    try (JavaDevice peer = JavaDevice.start(origin, DemoPerson.LEFEVRE, folder.resolve("peer"))) {
      String person = peer.practitioner().toString();
      CommandLine.Result sent = line.run("--json", "send", "--to", person, "Depuis", "un script");
      assertThat(sent.exit()).isZero();
      ConversationId id = ConversationId.parse(sent.json().path("conversationId").asText());
      assertThat(line.run("send", "--in", id.toString(), "--file", pdf(folder)).exit()).isZero();
      peer.sync();
      peer.say(id, "Reçu");

      CommandLine.Result heard = line.run("--json", "listen", "--once");

      assertThat(peer.texts(id)).containsExactly("Depuis un script", "?", "Reçu");
      assertThat(heard.exit()).isZero();
      assertThat(heard.json().path("text").asText()).isEqualTo("Reçu");
      assertThat(heard.json().path("nationalId").asText()).isEqualTo(DemoPerson.LEFEVRE.userName());
      assertThat(line.run("--json", "conversations").json().findValuesAsText("id"))
          .contains(id.toString());
      assertThat(line.run("send", "--in", id.toString()).exit()).isEqualTo(2);
      assertThat(line.run("devices", "revoke", device).exit()).isZero();
      peer.retire();
    }
  }

  private static String pdf(Path folder) throws IOException {
    return Files.write(folder.resolve("lettre.pdf"), new byte[1_000]).toString();
  }
}
