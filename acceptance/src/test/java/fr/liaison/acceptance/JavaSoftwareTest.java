package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.javaclient.CommandLine;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.platform.Platform;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital's program with an identity of its own: vouched for, writing, withdrawn. */
@Scenario
@Order(5)
class JavaSoftwareTest {
  private static final String CLIENT = "liaison-software-example";

  private final Platform platform;

  JavaSoftwareTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void aProgramWritesInTheNameOfItsHospitalUntilItIsWithdrawn(@TempDir Path folder)
      throws Exception {
    URI origin = URI.create(platform.url());
    CommandLine program =
        CommandLine.program(origin, CLIENT, secret(folder), folder.resolve("program"));
    assertThat(program.run("--json", "devices", "enrol", "Serveur de nuit").exit()).isEqualTo(1);

    Answer vouched =
        operator()
            .post(
                "/api/directory/v1/software",
                "{\"clientId\":\"%s\",\"name\":\"Dossier patient\",\"structureId\":\"F440900017\"}"
                    .formatted(CLIENT));
    assertThat(vouched.status()).isEqualTo(200);
    String entry = vouched.json().path("id").asText();
    try (JavaDevice reader = JavaDevice.start(origin, DemoPerson.LEROY, folder.resolve("reader"))) {
      assertThat(program.run("--json", "devices", "enrol", "Serveur de nuit").exit()).isZero();
      CommandLine.Result sent =
          program.run("--json", "send", "--to", reader.practitioner().toString(), "Résultat reçu");
      assertThat(sent.exit()).isZero();

      ConversationId id = ConversationId.parse(sent.json().path("conversationId").asText());
      reader.sync();
      assertThat(reader.texts(id)).containsExactly("Résultat reçu");
      assertThat(reader.messenger().all())
          .filteredOn(one -> one.id().equals(id))
          .flatExtracting(StoredConversation::members)
          .extracting(Object::toString)
          .contains(entry);

      assertThat(operator().delete("/api/directory/v1/software/" + entry).status()).isEqualTo(204);
      await()
          .untilAsserted(
              () ->
                  assertThat(program.run("send", "--in", id.toString(), "Encore").exit())
                      .isIn(1, 3));
      assertThat(reader.texts(id)).isEqualTo(List.of("Résultat reçu"));
      reader.retire();
    }
  }

  private Api operator() {
    return Api.at(platform.url())
        .withToken(HeadlessLogin.accessToken(platform.url(), DemoPerson.OPERATOR));
  }

  private Path secret(Path folder) throws IOException {
    Properties secrets = new Properties();
    try (Reader file =
        Files.newBufferedReader(platform.dataDirectory().resolveSibling("secrets.properties"))) {
      secrets.load(file);
    }
    return Files.writeString(
        folder.resolve("secret"), secrets.getProperty("keycloak.client.software"));
  }
}
