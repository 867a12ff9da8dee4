package fr.liaison.directory.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who accepted, could not make a passkey, and comes back with the link. */
@QuarkusTest
class ReturningInviteeTest extends RunningService {
  private static final String STRUCTURE = "/v1/structures/F440900025";

  @Inject Database database;
  private String token = "";
  private Api.Answer accepted;
  private String account = "";

  @BeforeEach
  void acceptedAnHourAgo() {
    String administrators = STRUCTURE + "/administrators/";
    assertThat(administrator().put(administrators + idOf(CLAIRE_MOREAU), Map.of()).status())
        .isEqualTo(204);
    JsonNode issued =
        practitioner(CLAIRE_MOREAU)
            .post(
                STRUCTURE + "/invitations",
                Map.of("givenName", "Perpétue", "familyName", "Exemple", "function", "Secrétaire"))
            .body();
    String link = issued.path("link").asText();
    token = link.substring(link.indexOf('#') + 1);
    accepted = post("acceptance");
    account = "kc-" + accepted.body().path("username").asText();
    UUID invitation = UUID.fromString(issued.at("/invitation/id").asText());
    database.run(
        transaction ->
            transaction.update(
                "update invitation set accepted_at = accepted_at - interval '1 hour' where id = $1",
                invitation));
  }

  @AfterEach
  void makeAPasskey() {
    FakeKeycloak.broken(false);
    FakeKeycloak.passkey(account);
  }

  @Test
  void theLinkServesUntilThereIsAPasskey() {
    assertThat(post("preview").body().path("status").asText()).isEqualTo("open");
    assertThat(post("acceptance").raw().body()).isEqualTo(accepted.raw().body());

    FakeKeycloak.passkey(account);

    assertThat(post("acceptance").code()).isEqualTo("not-found");
    assertThat(FakeKeycloak.hasPassword(account)).isFalse();
  }

  @Test
  void whileKeycloakDoesNotSayWhetherThereIsAPasskeyTheLinkIsToBeTriedAgain() {
    FakeKeycloak.broken(true);

    assertThat(post("acceptance").code()).isEqualTo("unavailable");
  }

  private Api.Answer post(String what) {
    return Api.nobody().post("/v1/invitations/" + what, Map.of("token", token));
  }
}
