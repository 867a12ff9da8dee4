package fr.liaison.directory.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.register.SyntheticRegister;
import fr.liaison.kit.database.Database;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that lost structures, and whom these invited. */
@QuarkusTest
class LostStructuresTest extends RunningService {
  private static final String CARE_HOME = "F440900025";
  private static final String STRUCTURE = "/v1/structures/" + CARE_HOME;
  private static final String NEXT_DAY_ACCEPTED = "2026-11-21&acceptDepartures=true";

  @Inject Database database;

  @BeforeEach
  void nameAnAdministrator() {
    assertThat(administrator().put(administratorPath(CLAIRE_MOREAU), Map.of()).status())
        .isEqualTo(204);
  }

  @Test
  void aFileThatLostItsStructuresRemovesNobodyWhomTheyInvited() throws Exception {
    String username = accept(token(invite("Ludivine"))).body().path("username").asText();
    Api invited = invited(username, person("Ludivine"));
    try {
      assertThat(upload(withoutStructures()).status()).isEqualTo(200);
      assertThat(invited.get("/v1/me").status()).isEqualTo(200);

      upload(SyntheticRegister.text());
      assertThat(upload(withoutStructures(), "2026-11-21").status()).isEqualTo(200);
      assertThat(invited.get("/v1/me").status())
          .as("the structure had somebody in between")
          .isEqualTo(200);

      graceIsOver();
      assertThat(upload(withoutStructures(), NEXT_DAY_ACCEPTED).status()).isEqualTo(200);
      assertThat(invited.get("/v1/me").code()).isEqualTo("registration-ended");
    } finally {
      upload(SyntheticRegister.text());
    }
  }

  @Test
  void manyWhoWouldLeaveWithTheirStructuresNeedAnAdministrator() throws Exception {
    List<Api> invited = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      String givenName = "Maud" + "abcdefghijk".charAt(i);
      String username = accept(token(invite(givenName))).body().path("username").asText();
      invited.add(invited(username, person(givenName)));
    }
    try {
      assertThat(upload(withoutStructures()).status()).isEqualTo(200);
      Api.Answer refused = upload(withoutStructures(), "2026-11-21");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.raw().body()).contains("too-many-departures");
      assertThat(invited).allMatch(one -> one.get("/v1/me").status() == 200);

      JsonNode accepted = upload(withoutStructures(), NEXT_DAY_ACCEPTED).body();
      assertThat(accepted.path("departuresAccepted").asBoolean()).isTrue();
      assertThat(accepted.path("departures").asInt()).isGreaterThanOrEqualTo(invited.size());
      assertThat(invited).allMatch(one -> "registration-ended".equals(one.get("/v1/me").code()));
    } finally {
      upload(SyntheticRegister.text());
    }
  }

  /** Everybody is listed, and nowhere. */
  private static String withoutStructures() throws Exception {
    List<String> lines = SyntheticRegister.text().lines().toList();
    List<String> names = List.of(lines.getFirst().split("\\|", -1));
    List<Integer> emptied =
        Stream.of(
                "Identifiant technique de la structure", "Numéro FINESS site", "Numéro SIRET site")
            .map(names::indexOf)
            .toList();
    return lines.stream()
        .map(
            line -> {
              String[] cells = line.split("\\|", -1);
              if (!line.equals(lines.getFirst()) && cells.length >= names.size()) {
                emptied.forEach(cell -> cells[cell] = "");
              }
              return String.join("|", cells);
            })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void graceIsOver() {
    database.run(
        transaction ->
            transaction.update("update lost_structure set since = since - interval '2 days'"));
  }

  private String administratorPath(String nationalId) {
    return STRUCTURE + "/administrators/" + idOf(nationalId);
  }

  private static Api moreau() {
    return practitioner(CLAIRE_MOREAU);
  }

  private static Map<String, String> body(String givenName) {
    return Map.of("givenName", givenName, "familyName", "Exemple", "function", "Secrétaire");
  }

  private static JsonNode invite(String givenName) {
    Api.Answer issued = moreau().post(STRUCTURE + "/invitations", body(givenName));
    assertThat(issued.status()).as(issued.raw().body()).isEqualTo(201);
    return issued.body();
  }

  private static String token(JsonNode issued) {
    String link = issued.path("link").asText();
    return link.substring(link.indexOf('#') + 1);
  }

  private static Api.Answer accept(String token) {
    return Api.nobody().post("/v1/invitations/acceptance", Map.of("token", token));
  }

  private static JsonNode person(String givenName) {
    for (JsonNode one : moreau().get(STRUCTURE + "/people").body().path("items")) {
      if (one.path("givenName").asText().equals(givenName)) {
        return one;
      }
    }
    throw new AssertionError("the person is not listed");
  }

  private static Api invited(String username, JsonNode person) {
    return Api.as(TestTokens.practitioner("kc-" + username, person.path("nationalId").asText()));
  }

  private static Api.Answer upload(String text) {
    return upload(text, "2026-11-20");
  }

  private static Api.Answer upload(String text, String date) {
    return administrator()
        .postText("/v1/register-imports?registerDate=" + date, "text/plain", text);
  }
}
