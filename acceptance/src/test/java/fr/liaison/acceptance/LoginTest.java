package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who gets in, and as whom. */
@Scenario
@Order(1)
class LoginTest {
  private final String origin;

  LoginTest(Origin origin) {
    this.origin = origin.url();
  }

  @Test
  void aProfessionalComesInThroughProSanteConnectWithTheNationalIdAndTheLevel() throws IOException {
    JsonNode claims = claims(HeadlessLogin.accessToken(origin, DemoPerson.MOREAU));

    assertThat(claims.path("national_id").asText()).isEqualTo(DemoPerson.MOREAU.userName());
    assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
    assertThat(claims.path("iss").asText()).isEqualTo(origin + "/auth/realms/liaison");
    assertThat(claims.path("aud").toString()).contains("liaison-api");
    assertThat(claims.path("realm_access").path("roles").toString()).contains("practitioner");
    // Keycloak reads the clock once for each of the two.
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(300L, 301L);
    assertThat(claims.path("auth_time").asLong()).isPositive();
  }

  @Test
  void aLoginWithoutAnAssuranceLevelIsRefused() {
    assertThatThrownBy(() -> HeadlessLogin.accessToken(origin, DemoPerson.TREGUER))
        .isInstanceOf(HeadlessLogin.Refused.class);
  }

  @Test
  void theDirectoryKnowsWhoLogsIn() {
    Answer me = as(DemoPerson.CARON).get("/api/directory/v1/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("practitioner").path("familyName").asText()).isEqualTo("CARON");
    assertThat(me.json().path("practitioner").path("situations")).hasSizeGreaterThan(1);
  }

  @Test
  void whoWasStruckOffGetsNoFurtherThanTheLogin() {
    Answer me = as(DemoPerson.VASSEUR).get("/api/directory/v1/me");

    assertThat(me.status()).isEqualTo(403);
    assertThat(me.problem()).isEqualTo("not-registered");
  }

  @Test
  void aSecretaryVouchedForByHerStructureIsKnownAsSuch() {
    Answer me = as(DemoPerson.SECRETARY).get("/api/directory/v1/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("practitioner").path("source").asText()).isEqualTo("structure");
  }

  @Test
  void theComplianceOfficerIsNobodyInTheRegister() {
    Answer me = as(DemoPerson.OFFICER).get("/api/directory/v1/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().has("practitioner")).isFalse();
    assertThat(me.json().path("roles").toString()).contains("compliance-officer");
  }

  private Api as(DemoPerson person) {
    return Api.at(origin).withToken(HeadlessLogin.accessToken(origin, person));
  }

  private static JsonNode claims(String token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
