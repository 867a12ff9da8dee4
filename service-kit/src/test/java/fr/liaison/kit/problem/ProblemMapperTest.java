package fr.liaison.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.KitTest;
import fr.liaison.kit.event.Wire;
import fr.liaison.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KitTest
class ProblemMapperTest {
  @Inject Wire wire;

  @Test
  void aBugIsAnIncidentWithoutItsMessage() {
    get("/v1/trouble/bug", ProblemType.INTERNAL_ERROR)
        .body("incident", notNullValue())
        .body(not(containsString("LAMBERT")));
  }

  @Test
  void aRefusedStatementShowsNothingOfTheDatabase() {
    get("/v1/trouble/refused-statement", ProblemType.INTERNAL_ERROR)
        .body(not(containsString("nowhere")));
  }

  @Test
  void aProblemCarriesWhatTheCallerNeedsToRecover() {
    get("/v1/trouble/problem", ProblemType.STALE_EPOCH).body("currentEpoch", equalTo(7));
  }

  @Test
  void anUnknownPathIsNotFound() {
    get("/v1/nothing-here", ProblemType.NOT_FOUND);
  }

  @Test
  void aPathParameterOfTheWrongKindIsNotEchoed() {
    get("/v1/trouble/number/Denise", ProblemType.NOT_FOUND).body(not(containsString("Denise")));
  }

  @Test
  void aMethodNobodyAnswersIsSaidSo() {
    given()
        .delete("/v1/trouble/bug")
        .then()
        .statusCode(405)
        .body("code", equalTo("method-not-allowed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"text\": LAMBERT", "[1,2]", "\"LAMBERT\"", "{\"text\":{\"a\":1}}", "", "null"})
  void unreadableJsonIsABadRequestThatEchoesNothing(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/trouble/echo")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(not(containsString("LAMBERT")));
  }

  @Test
  void aFieldOverItsLimitIsNamedAndNotEchoed() {
    given()
        .contentType("application/json")
        .body("{\"text\":\"Denise LAMBERT\"}")
        .post("/v1/trouble/echo")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"))
        .body("field", equalTo("text"))
        .body(not(containsString("LAMBERT")));
  }

  @Test
  void anotherMediaTypeIsRefused() {
    given()
        .contentType("text/plain")
        .body("x")
        .post("/v1/trouble/echo")
        .then()
        .statusCode(415)
        .body("code", equalTo("unsupported-media-type"));
  }

  @Test
  void noTokenMeansUnauthenticated() {
    get("/v1/trouble/me", ProblemType.UNAUTHENTICATED);
  }

  @Test
  void expiredForgedForeignAndMisdirectedTokensAreRefused() {
    TestTokens[] bad = {
      token().expiresAt(Instant.now().minusSeconds(60)),
      token().forged(),
      token().issuer("http://elsewhere/realms/liaison"),
      token().audience("another-api"),
      token().without("aud")
    };
    for (TestTokens token : bad) {
      given()
          .auth()
          .oauth2(token.sign())
          .get("/v1/trouble/me")
          .then()
          .statusCode(401)
          .body("code", equalTo("unauthenticated"));
    }
  }

  @Test
  void aGoodTokenTellsTheNationalId() {
    given()
        .auth()
        .oauth2(token().sign())
        .get("/v1/trouble/me")
        .then()
        .statusCode(200)
        .body(equalTo("899700218805"))
        .header("Liaison-Trace", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void aRefusalOfAccessIsRecordedBeforeItIsAnswered() {
    String account = UUID.randomUUID().toString();

    given()
        .auth()
        .oauth2(TestTokens.practitioner(account, "899700218805").sign())
        .get("/v1/trouble/officers")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));

    await().untilAsserted(() -> assertThat(wire.acts(account)).hasSize(1));
    assertThat(wire.acts(account).getFirst())
        .contains("\"outcome\":\"refused\"", "TroubleResource.officers");
  }

  private static TestTokens token() {
    return TestTokens.practitioner("account-1", "899700218805");
  }

  private static ValidatableResponse get(String path, ProblemType expected) {
    return given()
        .get(path)
        .then()
        .statusCode(expected.status())
        .contentType("application/problem+json")
        .body("type", equalTo(expected.uri()))
        .body("code", equalTo(expected.code()))
        .body("title", equalTo(expected.title()));
  }
}
