package fr.liaison.directory.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.directory.register.SyntheticRegister;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SoftwareResourceTest extends RunningService {
  private static final String CARE_HOME = "F440900025";
  private static final String CLIENT = "dossier-de-soins";

  @Inject Events events;

  @AfterEach
  void restoreTheShippedRegister() throws IOException {
    upload(SyntheticRegister.text());
  }

  @Test
  void aProgramThatAStructureAnswersForEnrolsAndIsFound() throws Exception {
    JsonNode vouched = vouch(CLIENT, "Dossier de soins").body();
    String id = vouched.path("id").asText();
    assertThat(vouched.path("nationalId").asText()).isEqualTo("1440900025/" + CLIENT);
    assertThat(events.acts("software.vouch", id)).isNotEmpty();

    Api program = program(CLIENT);
    JsonNode me = program.get("/v1/me").body();
    assertThat(me.at("/practitioner/id").asText()).isEqualTo(id);
    assertThat(me.at("/roles/0").asText()).isEqualTo("software");
    Api.Answer enrolled = new TestDevice().enrol(program);
    assertThat(enrolled.status()).isEqualTo(201);
    JsonNode card = search("dossier soins glycines").body().at("/items/0");
    assertThat(card.path("id").asText()).isEqualTo(id);
    assertThat(card.path("source").asText()).isEqualTo("structure");
    assertThat(card.path("reachable").asBoolean()).isTrue();
    assertThat(card.at("/situations/0/structureId").asText()).isEqualTo(CARE_HOME);
    assertThat(program.search(Map.of("q", "moreau")).status()).isEqualTo(200);
  }

  @Test
  void aProgramNobodyVouchedForIsNotLetIn() {
    assertThat(program("personne").get("/v1/me").code()).isEqualTo("not-registered");
    assertThat(program("personne").post("/v1/device-challenges", Map.of()).code())
        .isEqualTo("not-registered");
  }

  @Test
  void aPersonCannotPassForAProgram() {
    vouch(CLIENT, "Dossier de soins");
    Api impostor = Api.as(TestTokens.practitioner("impostor", "1440900025/" + CLIENT));

    assertThat(impostor.get("/v1/me").code()).isEqualTo("not-registered");
  }

  @Test
  void vouchingAgainRenamesAndAnotherStructureIsRefused() {
    String id = vouch(CLIENT, "Dossier de soins").body().path("id").asText();
    assertThat(vouch(CLIENT, "Dossier infirmier").body().path("id").asText()).isEqualTo(id);
    assertThat(names(search("dossier infirmier"))).containsExactly("Dossier infirmier");

    Api.Answer elsewhere = vouch(CLIENT, "Dossier", "F440900017");

    assertThat(elsewhere.status()).isEqualTo(409);
    assertThat(administrator().get("/v1/software").body().path("items").findValuesAsText("name"))
        .contains("Dossier infirmier");
  }

  @Test
  void whoIsWithdrawnLosesDevicesAndAccountAndMayComeBack() throws Exception {
    String id = vouch(CLIENT, "Dossier de soins").body().path("id").asText();
    Api program = program(CLIENT);
    String device = new TestDevice().enrol(program).body().path("id").asText();

    assertThat(administrator().delete("/v1/software/" + id).status()).isEqualTo(204);
    assertThat(administrator().delete("/v1/software/" + id).status()).isEqualTo(204);

    assertThat(program.get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(events.of("device-revoked", device)).hasSize(1);
    assertThat(names(search("dossier soins"))).isEmpty();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(FakeKeycloak.enabled(account(CLIENT))).isEqualTo("false"));

    assertThat(vouch(CLIENT, "Dossier de soins").body().path("status").asText())
        .isEqualTo("active");
    assertThat(program.get("/v1/me").status()).isEqualTo(200);
    assertThat(events.of("practitioner-returned", id)).isNotEmpty();
  }

  @Test
  void anImportLeavesProgramsAloneUntilNobodyOfTheirStructureIsLeft() throws IOException {
    String id = vouch(CLIENT, "Dossier de soins").body().path("id").asText();
    assertThat(upload(SyntheticRegister.text()).body().path("departures").asInt()).isZero();
    assertThat(program(CLIENT).get("/v1/me").status()).isEqualTo(200);

    String without =
        SyntheticRegister.text()
            .lines()
            .filter(line -> !line.contains("|" + CARE_HOME + "|"))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(upload(without).status()).isEqualTo(200);
    assertThat(upload(without).status()).isEqualTo(200);
    assertThat(program(CLIENT).get("/v1/me").status()).as("one file is not enough").isEqualTo(200);
    assertThat(upload(SyntheticRegister.text()).status()).isEqualTo(200);
    assertThat(upload(without).status()).isEqualTo(200);

    assertThat(upload(without, "2026-11-21").status()).isEqualTo(200);

    assertThat(program(CLIENT).get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(events.of("practitioner-departed", id)).isNotEmpty();
    assertThat(vouch(CLIENT, "Dossier de soins").status()).isEqualTo(400);
  }

  @Test
  void noProgramTakesTheEntryOfAPerson() throws IOException {
    assertThat(upload(withStaff("1", "440900025/0077")).status()).isEqualTo(200);
    Api secretary = practitioner("1440900025/0077");
    String person = secretary.get("/v1/me").body().at("/practitioner/id").asText();

    assertThat(vouch("0077", "Dossier").status()).isEqualTo(409);

    assertThat(secretary.get("/v1/me").body().at("/practitioner/id").asText()).isEqualTo(person);
    assertThat(names(search("dossier"))).doesNotContain("Dossier");
  }

  @Test
  void noPersonOfAnImportTakesTheEntryOfAProgram() throws IOException {
    String id = vouch(CLIENT, "Dossier de soins").body().path("id").asText();

    assertThat(upload(withStaff("1", "440900025/" + CLIENT)).status()).isEqualTo(200);

    assertThat(names(search("dossier soins"))).containsExactly("Dossier de soins");
    JsonNode me = program(CLIENT).get("/v1/me").body();
    assertThat(me.at("/practitioner/id").asText()).isEqualTo(id);
    assertThat(me.at("/practitioner/professionCode").asText()).isEqualTo("LOGICIEL");
    assertThat(me.at("/practitioner/situations/0/structureId").asText()).isEqualTo(CARE_HOME);
  }

  @Test
  void anOldLoginBehindATokenOfAProgramCountsAsOld() throws Exception {
    vouch(CLIENT, "Dossier de soins");
    Api tired =
        Api.as(
            TestTokens.account(account(CLIENT), "software")
                .claim("azp", CLIENT)
                .authTime(Instant.now().minus(Duration.ofHours(1))));

    assertThat(new TestDevice().enrol(tired).code()).isEqualTo("step-up-required");
  }

  @Test
  void whatIsNotWellFormedIsRefusedByField() {
    assertThat(field(vouch("bad client", "Nom"))).isEqualTo("clientId");
    assertThat(field(vouch("x".repeat(33), "Nom"))).isEqualTo("clientId");
    assertThat(field(vouch(CLIENT, " "))).isEqualTo("name");
    assertThat(field(vouch(CLIENT, "a\u202eb"))).isEqualTo("name");
    assertThat(field(vouch(CLIENT, "Nom", "440900025"))).isEqualTo("structureId");
    assertThat(field(vouch("autre", "Nom", "F999999999"))).isEqualTo("structureId");
    assertThat(administrator().postText("/v1/software", "application/json", "").status())
        .isEqualTo(400);
  }

  @Test
  void onlyAFreshlyLoggedInPlatformAdministratorVouches() {
    Map<String, String> body = body(CLIENT, "Nom", CARE_HOME);
    for (Api api : List.of(practitioner(CLAIRE_MOREAU), program(CLIENT))) {
      assertThat(api.post("/v1/software", body).code()).isEqualTo("forbidden");
      assertThat(api.get("/v1/software").code()).isEqualTo("forbidden");
      assertThat(api.delete("/v1/software/" + idOf(CLAIRE_MOREAU)).code()).isEqualTo("forbidden");
    }
    Api tired =
        Api.as(
            TestTokens.account("administrator", "platform-admin")
                .authTime(Instant.now().minus(Duration.ofHours(1))));
    assertThat(tired.post("/v1/software", body).code()).isEqualTo("step-up-required");
    assertThat(administrator().delete("/v1/software/" + idOf(CLAIRE_MOREAU)).code())
        .isEqualTo("not-found");
    assertThat(practitioner(CLAIRE_MOREAU).get("/v1/me").status()).isEqualTo(200);
  }

  /** The shipped register and a medical secretary more, of whom it says this identifier. */
  private static String withStaff(String type, String identifier) throws IOException {
    String text = SyntheticRegister.text();
    String secretary =
        text.lines().filter(line -> line.contains("|" + SECRETARY + "|")).findFirst().orElseThrow();
    return text
        + secretary
            .replace("3|750000001/0042|", type + "|" + identifier + "|")
            .replace("|" + SECRETARY + "|", "|" + type + identifier + "|")
        + "\n";
  }

  private static Api program(String client) {
    return Api.as(
        TestTokens.account(account(client), "software").claim("azp", client).without("auth_time"));
  }

  private static String account(String client) {
    return "service-account-" + client;
  }

  private static Api.Answer vouch(String client, String name) {
    return vouch(client, name, CARE_HOME);
  }

  private static Api.Answer vouch(String client, String name, String structure) {
    return administrator().post("/v1/software", body(client, name, structure));
  }

  private static Map<String, String> body(String client, String name, String structure) {
    return Map.of("clientId", client, "name", name, "structureId", structure);
  }

  private static String field(Api.Answer refused) {
    assertThat(refused.status()).isEqualTo(400);
    return refused.body().at("/field").asText();
  }

  private static Api.Answer upload(String text) {
    return upload(text, "2026-11-20");
  }

  private static Api.Answer upload(String text, String date) {
    return administrator()
        .postText("/v1/register-imports?registerDate=" + date, "text/plain", text);
  }
}
