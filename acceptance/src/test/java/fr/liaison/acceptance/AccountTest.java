package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.api.EnrolledDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.platform.Platform;
import fr.liaison.platform.postgres.DatabaseAccess;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the directory tells the real Keycloak about people who leave, return or lose a phone. */
@Scenario
@Order(4)
class AccountTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Platform platform;

  AccountTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void whoLeavesLosesSessionAndLoginAndGetsThemBackOnReturn() throws Exception {
    JsonNode tokens = HeadlessLogin.tokens(platform.url(), DemoPerson.LEFEVRE);
    String account = subject(tokens.path("access_token").asText());
    // A refresh token may be used once, so another login shows that it would have worked.
    assertThat(renewalStatus(HeadlessLogin.tokens(platform.url(), DemoPerson.LEFEVRE)))
        .isEqualTo(200);

    decide(account, "disable");

    await().atMost(PATIENCE).until(() -> !logsIn());
    assertThat(renewalStatus(tokens)).isEqualTo(400);

    decide(account, "enable");

    await().atMost(PATIENCE).until(this::logsIn);
  }

  @Test
  void whoeverFoundAPhoneIsLoggedOutWhenItIsRevokedFromAnotherDevice() {
    AtomicReference<JsonNode> found =
        new AtomicReference<>(HeadlessLogin.tokens(platform.url(), DemoPerson.LEFEVRE));
    JsonNode owner = HeadlessLogin.tokens(platform.url(), DemoPerson.LEFEVRE);
    String phone =
        EnrolledDevice.of(platform.url(), found.get().path("access_token").asText()).id();
    found.set(renewed(found.get()).json());

    assertThat(
            Api.at(platform.url())
                .withToken(owner.path("access_token").asText())
                .delete("/api/directory/v1/devices/" + phone)
                .status())
        .isEqualTo(204);

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Answer answer = renewed(found.get());
              found.set(answer.json());
              return answer.status() == 400;
            });
    assertThat(renewalStatus(owner)).isEqualTo(200);
  }

  private boolean logsIn() {
    try {
      HeadlessLogin.accessToken(platform.url(), DemoPerson.LEFEVRE);
      return true;
    } catch (HeadlessLogin.Refused refused) {
      return false;
    }
  }

  private int renewalStatus(JsonNode tokens) {
    return renewed(tokens).status();
  }

  private Answer renewed(JsonNode tokens) {
    return Api.at(platform.url())
        .postForm(
            "/auth/realms/liaison/protocol/openid-connect/token",
            "grant_type=refresh_token&client_id=liaison-web&refresh_token="
                + tokens.path("refresh_token").asText());
  }

  /** As an import writes it in its own transaction. */
  private void decide(String account, String action) throws SQLException {
    DatabaseAccess directory = platform.database("directory");
    try (Connection connection =
            DriverManager.getConnection(
                directory.jdbcUrl(), directory.role(), directory.password());
        PreparedStatement task =
            connection.prepareStatement(
                """
                insert into account_task (account_id, action, created_at, next_attempt_at)
                values (?, ?, now(), now())
                """)) {
      task.setString(1, account);
      task.setString(2, action);
      task.execute();
    }
  }

  private static String subject(String token) throws Exception {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return new ObjectMapper()
        .readTree(new String(claims, StandardCharsets.UTF_8))
        .path("sub")
        .asText();
  }
}
