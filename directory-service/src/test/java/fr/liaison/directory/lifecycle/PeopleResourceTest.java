package fr.liaison.directory.lifecycle;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleResourceTest extends RunningService {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> INQUIRY = Map.of("reason", "inquiry");

  @Inject Events events;

  private final Api ines = practitioner(INES_CARON);

  @AfterEach
  void liftAndRestore() throws IOException {
    FakeKeycloak.broken(false);
    lift(ids("CARON").getFirst());
    upload(SyntheticRegister.text());
  }

  @Test
  void aSuspendedAdministratorCanNeitherLiftTheirOwnSuspensionNorDoAnythingElse() {
    String id = idOf(INES_CARON);
    suspend(id, Map.of("reason", "compromise"));
    Api both = Api.as(TestTokens.account(accountOf(INES_CARON), "platform-admin"));
    assertThat(both.delete("/v1/people/" + id + "/suspension").code())
        .isEqualTo("registration-ended");
    assertThat(both.get("/v1/people").code()).isEqualTo("registration-ended");
    assertThat(both.get("/v1/register-imports").code()).isEqualTo("registration-ended");
    assertThat(person(id).path("state").asText()).isEqualTo("suspended");
  }

  @Test
  void suspendingEndsEverythingAtOnceAndLiftingGivesTheAccountBackButNoDevice() {
    String id = idOf(INES_CARON);
    String device = new TestDevice().enrol(ines).body().path("id").asText();
    assertThat(person(id).path("state").asText()).isEqualTo("activated");

    Api.Answer answer =
        suspend(id, Map.of("reason", "compromise", "note", "Téléphone volé, voir dossier 12"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("state").asText()).isEqualTo("suspended");
    assertThat(answer.body().at("/suspension/reason").asText()).isEqualTo("compromise");
    assertThat(ines.get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(ines.search(Map.of("q", "moreau")).code()).isEqualTo("registration-ended");
    assertThat(ines.post("/v1/device-challenges", Map.of()).code()).isEqualTo("registration-ended");
    assertThat(names(search("caron"))).isEmpty();
    Api claire = practitioner(CLAIRE_MOREAU);
    assertThat(claire.get("/v1/practitioners/" + id + "/devices").body().path("items")).isEmpty();
    JsonNode card = claire.get("/v1/practitioners/" + id).body();
    assertThat(card.path("reachable").asBoolean()).isFalse();
    assertThat(card.toString()).doesNotContain("suspend").doesNotContain("compromise");
    assertThat(events.of("device-revoked", device))
        .singleElement()
        .satisfies(event -> assertThat(event).contains("suspended"));
    assertThat(events.of("practitioner-departed", id)).isNotEmpty();
    assertThat(events.acts("person.suspend", id))
        .isNotEmpty()
        .allSatisfy(act -> assertThat(act).doesNotContain("volé"));
    await().atMost(PATIENCE).until(() -> told(id));
    assertThat(FakeKeycloak.enabled(accountOf(INES_CARON))).isEqualTo("false");
    assertThat(FakeKeycloak.loggedOut(accountOf(INES_CARON))).isTrue();

    assertThat(lift(id)).isEqualTo(204);
    assertThat(lift(id)).isEqualTo(204);

    assertThat(ines.get("/v1/me").status()).isEqualTo(200);
    assertThat(person(id).path("state").asText()).isEqualTo("activated");
    assertThat(person(id).at("/devices").findValuesAsText("status")).containsOnly("revoked");
    assertThat(events.of("practitioner-returned", id)).isNotEmpty();
    await()
        .atMost(PATIENCE)
        .until(() -> "true".equals(FakeKeycloak.enabled(accountOf(INES_CARON))));
  }

  @Test
  void aSuspensionOutlastsAnImportAndADepartureAndAReturn() throws IOException {
    String id = idOf(INES_CARON);
    suspend(id, INQUIRY);

    upload(SyntheticRegister.text());
    assertThat(person(id).path("state").asText()).isEqualTo("suspended");

    assertThat(upload(without(INES_CARON)).path("departures").asInt()).isEqualTo(1);
    assertThat(person(id).path("state").asText()).isEqualTo("departed");
    assertThat(person(id).at("/suspension/reason").asText()).isEqualTo("inquiry");

    int returns = events.of("practitioner-returned", id).size();
    assertThat(upload(SyntheticRegister.text()).path("returns").asInt()).isZero();
    assertThat(person(id).path("state").asText()).isEqualTo("suspended");
    assertThat(ines.get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(events.of("practitioner-returned", id)).hasSize(returns);
  }

  @Test
  void liftingTheSuspensionOfSomebodyWhoDepartedBringsNobodyBack() throws IOException {
    String id = idOf(INES_CARON);
    suspend(id, INQUIRY);
    upload(without(INES_CARON));

    assertThat(lift(id)).isEqualTo(204);

    assertThat(person(id).path("state").asText()).isEqualTo("departed");
    assertThat(person(id).has("suspension")).isFalse();
    assertThat(ines.get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(upload(SyntheticRegister.text()).path("returns").asInt()).isEqualTo(1);
    assertThat(person(id).path("state").asText()).isEqualTo("activated");
  }

  @Test
  void somebodyDepartedCanBeSuspendedAndDoesNotComeBackByTheRegister() throws IOException {
    String id = idOf(INES_CARON);
    upload(without(INES_CARON));

    assertThat(suspend(id, INQUIRY).body().path("state").asText()).isEqualTo("departed");
    assertThat(suspend(id, INQUIRY).code()).isEqualTo("conflict");

    assertThat(upload(SyntheticRegister.text()).path("returns").asInt()).isZero();
    assertThat(person(id).path("state").asText()).isEqualTo("suspended");
  }

  @Test
  void whatKeycloakWasNotToldYetIsShownUntilItIs() {
    String id = idOf(INES_CARON);
    FakeKeycloak.broken(true);
    suspend(id, INQUIRY);

    await()
        .atMost(PATIENCE)
        .until(() -> person(id).at("/account/waiting/lastFailure").asText().equals("http-503"));
    assertThat(told(id)).isFalse();
    assertThat(person(id).at("/account/waiting/action").asText()).isEqualTo("disable");
    assertThat(page("?state=suspended&q=caron").findValuesAsText("told")).containsExactly("false");

    FakeKeycloak.broken(false);
    await().atMost(PATIENCE).until(() -> told(id));
  }

  @Test
  void ofManyWhoSuspendTheSamePersonOneDoes() throws Exception {
    String id = idOf(INES_CARON);
    int before = events.acts("person.suspend", id).size();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Api.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(threads.submit(() -> suspend(id, INQUIRY)));
      }
      for (Future<Api.Answer> call : calls) {
        statuses.add(call.get().status());
      }
    }

    assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    assertThat(events.acts("person.suspend", id)).hasSize(before + 1);
  }

  @Test
  void peopleArePagedByNameWithoutGapOrRepetition() {
    List<String> walked = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = page("?limit=40" + (next.isEmpty() ? "" : "&after=" + next));
      page.path("items").forEach(item -> walked.add(item.path("id").asText()));
      next = page.path("next").asText();
    } while (!next.isEmpty());

    assertThat(walked).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    assertThat(page("?q=caro").path("items").findValuesAsText("familyName")).contains("CARON");
    assertThat(page("?q=" + INES_CARON).path("items").findValuesAsText("familyName"))
        .containsExactly("CARON");
    assertThat(page("?state=known").path("items").findValuesAsText("state")).containsOnly("known");
    assertThat(page("?q=%25").path("items")).isEmpty();
    assertThat(page("?after=" + UUID.randomUUID()).path("items")).isEmpty();
  }

  @Test
  void wrongRequestsAreRefusedAndNotEchoed() {
    String id = idOf(INES_CARON);
    List<Map<String, String>> wrong =
        List.of(
            Map.of(),
            Map.of("reason", "SPLEEN"),
            Map.of("reason", "inquiry", "note", " "),
            Map.of("reason", "inquiry", "note", "x".repeat(201)),
            Map.of("reason", "inquiry", "note", "a\u202eb"));
    for (Map<String, String> body : wrong) {
      Api.Answer answer = suspend(id, body);
      assertThat(answer.code()).isEqualTo("invalid-parameter");
      assertThat(answer.raw().body()).doesNotContain("SPLEEN");
    }
    for (String query :
        List.of("?state=gone", "?limit=0", "?limit=x", "?after=x", "?q=" + "x".repeat(101))) {
      assertThat(administrator().get("/v1/people" + query).code()).isEqualTo("invalid-parameter");
    }
    String nobody = UUID.randomUUID().toString();
    assertThat(suspend(nobody, INQUIRY).code()).isEqualTo("not-found");
    assertThat(lift(nobody)).isEqualTo(404);
    assertThat(administrator().get("/v1/people/" + nobody).code()).isEqualTo("not-found");
  }

  @Test
  void onlyAFreshlyLoggedInPlatformAdministratorDecides() {
    String id = idOf(INES_CARON);
    Api stale =
        Api.as(
            TestTokens.account("administrator", "platform-admin")
                .authTime(Instant.now().minus(Duration.ofMinutes(20))));
    assertThat(stale.post("/v1/people/" + id + "/suspension", INQUIRY).code())
        .isEqualTo("step-up-required");
    assertThat(stale.delete("/v1/people/" + id + "/suspension").code())
        .isEqualTo("step-up-required");
    for (Api other : List.of(ines, Api.as(TestTokens.account("officer", "compliance-officer")))) {
      assertThat(other.post("/v1/people/" + id + "/suspension", INQUIRY).code())
          .isEqualTo("forbidden");
      assertThat(other.get("/v1/people").code()).isEqualTo("forbidden");
      assertThat(other.get("/v1/people/" + id).code()).isEqualTo("forbidden");
    }
    assertThat(person(id).path("state").asText()).isEqualTo("activated");
  }

  private static Api.Answer suspend(String id, Map<String, String> body) {
    return administrator().post("/v1/people/" + id + "/suspension", body);
  }

  private static int lift(String id) {
    return administrator().delete("/v1/people/" + id + "/suspension").status();
  }

  private static JsonNode person(String id) {
    return administrator().get("/v1/people/" + id).body();
  }

  private static boolean told(String id) {
    return person(id).at("/account/told").asBoolean();
  }

  private static JsonNode page(String query) {
    return administrator().get("/v1/people" + query).body();
  }

  private static List<String> ids(String familyName) {
    List<String> ids = new ArrayList<>();
    page("?q=" + familyName)
        .path("items")
        .forEach(
            item -> {
              if (item.path("nationalId").asText().equals(INES_CARON)) {
                ids.add(item.path("id").asText());
              }
            });
    return ids;
  }

  private static JsonNode upload(String text) {
    Api.Answer answer =
        administrator()
            .postText("/v1/register-imports?registerDate=2026-11-20", "text/plain", text);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static String without(String nationalId) throws IOException {
    return SyntheticRegister.text()
        .lines()
        .filter(line -> !line.contains("|" + nationalId + "|"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
