package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.access.LiveAccess;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.id.ConversationId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can still do once the platform's administrator has suspended them: nothing. */
@Scenario
@Order(4)
class SuspensionTest {
  /** Seconds, on a machine that has nothing else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String origin;
  private JavaDevice stays;
  private JavaDevice suspended;
  private String person;

  SuspensionTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void twoPeopleTalk(@TempDir Path folder) {
    stays = JavaDevice.start(URI.create(origin), DemoPerson.ROUSSEAU, folder.resolve("stays"));
    suspended = JavaDevice.start(URI.create(origin), DemoPerson.PETIT, folder.resolve("suspended"));
    person = suspended.practitioner().toString();
  }

  @AfterAll
  void lift() {
    assertThat(operator().delete(suspension()).status()).isEqualTo(204);
    await().until(this::logsIn);
    stays.retire();
    suspended.close();
  }

  @Test
  void withinSecondsTokenDeviceStreamUploadLoginAndCertificateAreWorthNothing() throws Exception {
    ConversationId room = stays.direct(suspended);
    suspended.sync();
    JsonNode tokens = HeadlessLogin.tokens(origin, DemoPerson.PETIT);
    LiveAccess access =
        LiveAccess.of(origin, suspended, room, tokens.path("access_token").asText());
    Api operator = operator();

    Answer decided = operator.post(suspension(), "{\"reason\":\"compromise\"}");

    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(access.isTokenRefused()).isTrue();
              assertThat(access.isDeviceRefused()).isTrue();
              assertThat(access.isUploadRefused()).isTrue();
              assertThat(access.isStreamClosed()).isTrue();
              assertThat(access.isCertificateRevoked()).isTrue();
              JsonNode shown = operator.get("/api/directory/v1/people/" + person).json();
              assertThat(shown.at("/account/told").asBoolean()).isTrue();
            });
    // Once only: a refresh token that was used before would be refused for that alone.
    assertThat(renewalStatus(tokens)).isEqualTo(400);
    assertThat(logsIn()).isFalse();
  }

  private String suspension() {
    return "/api/directory/v1/people/" + person + "/suspension";
  }

  private Api operator() {
    return Api.at(origin).withToken(HeadlessLogin.accessToken(origin, DemoPerson.OPERATOR));
  }

  private boolean logsIn() {
    try {
      return !HeadlessLogin.accessToken(origin, DemoPerson.PETIT).isEmpty();
    } catch (HeadlessLogin.Refused refused) {
      return false;
    }
  }

  private int renewalStatus(JsonNode tokens) {
    return Api.at(origin)
        .postForm(
            "/auth/realms/liaison/protocol/openid-connect/token",
            "grant_type=refresh_token&client_id=liaison-web&refresh_token="
                + tokens.path("refresh_token").asText())
        .status();
  }
}
