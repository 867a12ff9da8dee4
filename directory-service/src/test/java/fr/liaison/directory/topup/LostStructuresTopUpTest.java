package fr.liaison.directory.topup;

import static fr.liaison.directory.register.RegisterFiles.optician;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static fr.liaison.directory.topup.SourceEntries.inactive;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.register.RegisterFiles.Site;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The source says that everybody left a structure that invited people. */
@QuarkusTest
class LostStructuresTopUpTest extends RunningTopUp {
  private static final Site LOST = new Site("F440900790", "CABINET PERDU", "44000", "Nantes");
  private static final String STRUCTURE = "/v1/structures/" + LOST.id();

  @Test
  void aFileThatStillListsWhoWasRemovedIsNoSecondOpinion() throws Exception {
    LocalDate unaware =
        LocalDate.ofInstant(
            Instant.now().plus(registerConfig.fileLag()), ZoneId.of("Europe/Paris"));
    String last = optician("8", rpps(7710), "DERNIER", "Paul", LOST);
    upload(unaware.minusDays(1).toString(), last);
    Api invited = invite("Solène");
    source.put(inactive("x0", rpps(7710)), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(practitioner("8" + rpps(7710)).get("/v1/me").code())
        .isEqualTo("registration-ended");
    assertThat(invited.get("/v1/me").status()).isEqualTo(200);

    assertThat(upload(unaware.toString(), last).path("keptNewer").asInt()).isEqualTo(1);

    assertThat(invited.get("/v1/me").status()).as("the file says the opposite").isEqualTo(200);
    upload(unaware.plusDays(1).toString());
    assertThat(invited.get("/v1/me").code())
        .as("a file that knows agrees")
        .isEqualTo("registration-ended");
  }

  private Api invite(String givenName) {
    String moreau = idOf(CLAIRE_MOREAU);
    assertThat(administrator().put(STRUCTURE + "/administrators/" + moreau, Map.of()).status())
        .isEqualTo(204);
    Api.Answer issued =
        practitioner(CLAIRE_MOREAU)
            .post(
                STRUCTURE + "/invitations",
                Map.of(
                    "givenName", givenName, "familyName", "Exemple", "function", "Secrétaire"));
    assertThat(issued.status()).as(issued.raw().body()).isEqualTo(201);
    String link = issued.body().path("link").asText();
    String token = link.substring(link.indexOf('#') + 1);
    String username =
        Api.nobody()
            .post("/v1/invitations/acceptance", Map.of("token", token))
            .body()
            .path("username")
            .asText();
    for (JsonNode one :
        practitioner(CLAIRE_MOREAU).get(STRUCTURE + "/people").body().path("items")) {
      if (one.path("givenName").asText().equals(givenName)) {
        return Api.as(
            TestTokens.practitioner("kc-" + username, one.path("nationalId").asText()));
      }
    }
    throw new AssertionError("the person is not listed");
  }
}
