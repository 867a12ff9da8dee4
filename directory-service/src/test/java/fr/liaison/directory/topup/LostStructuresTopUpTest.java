package fr.liaison.directory.topup;

import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.optician;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static fr.liaison.directory.topup.SourceEntries.inactive;
import static fr.liaison.directory.topup.SourceEntries.role;
import static fr.liaison.directory.topup.SourceEntries.structure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.register.RegisterFiles.Site;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
    assertThat(practitioner("8" + rpps(7710)).get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(invited.get("/v1/me").status()).isEqualTo(200);

    assertThat(upload(unaware.toString(), last).path("keptNewer").asInt()).isEqualTo(1);

    assertThat(invited.get("/v1/me").status()).as("the file says the opposite").isEqualTo(200);
    upload(unaware.plusDays(1).toString());
    assertThat(invited.get("/v1/me").code())
        .as("a file that knows agrees")
        .isEqualTo("registration-ended");
  }

  @Test
  void everybodyWhoWouldGoWithThePageIsToldAndAcceptedAtOnce() throws Exception {
    upload(
        today(),
        optician("8", rpps(7711), "PREMIER", "Paul", LOST),
        optician("8", rpps(7712), "SECOND", "Luc", SHOP),
        optician("8", rpps(7713), "TROISIEME", "Guy", SHOP));
    List<Api> invited = List.of(invite("Maud"), invite("Maya"));
    source.put(inactive("x1", rpps(7711)), now());
    assertThat(attempt()).isEqualTo("completed");
    database.run(
        transaction ->
            transaction.update("update lost_structure set since = since - interval '2 days'"));
    // Only the list of situations names them, and its one page is the last of the run.
    source.put(structure("s1", SHOP));
    source.put(inactive("x2", rpps(7712)), now().minusSeconds(3600));
    source.put(inactive("x3", rpps(7713)), now().minusSeconds(3600));
    source.put(role("r2", "x2", "s1"), now());
    source.put(role("r3", "x3", "s1"), now());
    Map<String, String> none = Map.of("few-departures", "0", "most-departures", "0");

    assertThat(attempt(none)).isEqualTo("too-many-departures");

    assertThat(status().at("/runs/0/waitingDepartures").asInt()).isEqualTo(4);
    assertThat(invited).allMatch(one -> one.get("/v1/me").status() == 200);
    assertThat(administrator().post("/v1/register-top-up/acceptance", Map.of()).status())
        .isEqualTo(200);
    assertThat(attempt(none)).isEqualTo("completed");
    assertThat(status().at("/runs/0/departures").asInt()).isEqualTo(4);
    assertThat(invited).allMatch(one -> "registration-ended".equals(one.get("/v1/me").code()));
  }

  private Api invite(String givenName) {
    String moreau = idOf(CLAIRE_MOREAU);
    assertThat(administrator().put(STRUCTURE + "/administrators/" + moreau, Map.of()).status())
        .isEqualTo(204);
    Api.Answer issued =
        practitioner(CLAIRE_MOREAU)
            .post(
                STRUCTURE + "/invitations",
                Map.of("givenName", givenName, "familyName", "Exemple", "function", "Secrétaire"));
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
        return Api.as(TestTokens.practitioner("kc-" + username, one.path("nationalId").asText()));
      }
    }
    throw new AssertionError("the person is not listed");
  }
}
