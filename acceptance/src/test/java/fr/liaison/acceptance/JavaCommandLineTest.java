package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.javaclient.CommandLine;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
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

  @Test
  void aScriptReadsAVerifiedCardBeforeItWrites(@TempDir Path folder) throws Exception {
    CommandLine line = CommandLine.loggedIn(origin, DemoPerson.BENALI, folder.resolve("cli"));
    String device = line.run("--json", "devices", "enrol", "Script").json().path("id").asText();
    try (JavaDevice peer = JavaDevice.start(origin, DemoPerson.LEFEVRE, folder.resolve("peer"))) {
      String person = peer.practitioner().toString();

      CommandLine.Result card = line.run("--json", "card", person);

      assertThat(card.exit()).as(card.out()).isZero();
      assertThat(card.json().path("verified").asBoolean()).isTrue();
      assertThat(card.json().path("freshness").asText()).isEqualTo("current");
      assertThat(card.json().path("departed").asBoolean()).isFalse();
      assertThat(card.json().path("homonyms").has("sameTown")).isTrue();
      assertThat(card.json().at("/statement/person/nationalId").asText())
          .isEqualTo(DemoPerson.LEFEVRE.userName());
      assertThat(line.run("card", person).out()).contains("signature vérifiée");
      assertThat(line.run("card", "nobody").exit()).isEqualTo(2);
      assertThat(line.run("devices", "revoke", device).exit()).isZero();
      peer.retire();
    }
  }

  @Test
  void anAdministratorSendsTheRegisterAndReadsWhatItCameTo(@TempDir Path folder) throws Exception {
    Register register = new Register(origin.toString());
    Path file = folder.resolve("register.txt");
    register.writeShipped(file);
    CommandLine line = CommandLine.loggedIn(origin, DemoPerson.OPERATOR, folder.resolve("cli"));

    CommandLine.Result sent =
        line.run("--json", "register", "import", file.toString(), "--date", register.shippedOn());

    assertThat(sent.exit()).as(sent.out()).isZero();
    JsonNode report = sent.json().path("report");
    assertThat(report.path("outcome").asText()).isEqualTo("accepted");
    assertThat(report.path("changes").asInt()).isZero();
    assertThat(report.path("people").asInt()).isPositive();
    String id = report.path("id").asText();
    assertThat(line.run("register", "status", id).out()).contains("Import accepté", id);
    assertThat(line.run("--json", "register").json().path("items").findValuesAsText("id"))
        .contains(id);

    CommandLine doctor = CommandLine.loggedIn(origin, DemoPerson.HADDAD, folder.resolve("other"));
    assertThat(doctor.run("register").exit()).isEqualTo(1);
  }

  private static String pdf(Path folder) throws IOException {
    return Files.write(folder.resolve("lettre.pdf"), new byte[1_000]).toString();
  }
}
