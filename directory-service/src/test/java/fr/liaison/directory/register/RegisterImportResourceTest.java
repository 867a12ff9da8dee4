package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.test.TestTokens;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterImportResourceTest extends RunningService {
  @Inject Events events;
  @Inject ImportAtStartUp startUp;
  @Inject DataSource dataSource;

  @AfterEach
  void restoreTheShippedRegister() throws IOException {
    FakeKeycloak.broken(false);
    upload(SyntheticRegister.text());
  }

  @Test
  void theShippedRegisterIsImportedAtStartUp() throws SQLException {
    JsonNode first =
        administrator().get("/v1/register-imports/" + oldestImport()).body().get("report");
    assertThat(first.get("origin").asText()).isEqualTo("start-up");
    assertThat(first.get("outcome").asText()).isEqualTo("accepted");
    assertThat(first.get("registerDate").asText()).isEqualTo("2026-11-20");
    assertThat(first.get("people").asInt()).isGreaterThan(240);
  }

  @Test
  void aRestartDoesNotGoBackToAnOlderFile() throws IOException {
    upload(without(NADIA_HADDAD), "2026-11-21");
    JsonNode before = administrator().get("/v1/register-imports").body().at("/items/0/id");
    startUp.start(new StartupEvent());
    await().atMost(Duration.ofSeconds(60)).until(startUp::isOver);
    assertThat(administrator().get("/v1/register-imports").body().at("/items/0/id"))
        .isEqualTo(before);
    assertThat(names(search("haddad"))).isEmpty();
  }

  @Test
  void defectsAreReportedByLineAndReasonNeverByContent() throws IOException {
    Api.Answer report = upload(SyntheticRegister.text());
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body().get("defects").get("repeated-row").asInt()).isEqualTo(1);
    assertThat(report.body().get("defects").get("bad-identifier").asInt()).isEqualTo(1);
    assertThat(report.body().get("firstDefects"))
        .allSatisfy(defect -> assertThat(defect.get("line").asLong()).isGreaterThan(240));
    assertThat(report.raw().body()).doesNotContain("SANSCLE").doesNotContain("DOUBLON");
  }

  @Test
  void anUnchangedRegisterChangesNobody() throws IOException {
    JsonNode report = upload(SyntheticRegister.text()).body();
    assertThat(report.get("changes").asInt()).isZero();
    assertThat(report.get("arrivals").asInt()).isZero();
    assertThat(report.get("departures").asInt()).isZero();
  }

  @Test
  void whoTheFileNoLongerListsLosesEverythingAtOnceAndMayComeBack() throws IOException {
    Api nadia = practitioner(NADIA_HADDAD);
    String person = idOf(NADIA_HADDAD);
    String device = new TestDevice().enrol(nadia).body().get("id").asText();

    JsonNode report = upload(without(NADIA_HADDAD), "2026-11-21").body();
    assertThat(report.get("departures").asInt()).isEqualTo(1);
    assertThat(nadia.get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(nadia.get("/v1/practitioners?q=moreau").code()).isEqualTo("registration-ended");
    JsonNode card = practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + person).body();
    assertThat(card.get("registerStatus").asText()).isEqualTo("departed");
    assertThat(card.get("reachable").asBoolean()).isFalse();
    assertThat(card.get("registerDate").asText()).isNotEqualTo("2026-11-21");
    assertThat(names(search("haddad"))).isEmpty();
    assertThat(events.of("practitioner-departed", person)).hasSize(1);
    assertThat(events.of("device-revoked", device))
        .singleElement()
        .satisfies(event -> assertThat(event).contains("departed"));
    assertThat(events.acts("practitioner.depart", person)).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(FakeKeycloak.enabled(accountOf(NADIA_HADDAD))).isEqualTo("false");
              assertThat(FakeKeycloak.loggedOut(accountOf(NADIA_HADDAD))).isTrue();
            });

    assertThat(upload(SyntheticRegister.text()).body().get("returns").asInt()).isEqualTo(1);
    assertThat(idOf(NADIA_HADDAD)).isEqualTo(person);
    assertThat(events.of("practitioner-returned", person)).hasSize(1);
    assertThat(nadia.get("/v1/devices").body().at("/items/0/status").asText()).isEqualTo("revoked");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(FakeKeycloak.enabled(accountOf(NADIA_HADDAD))).isEqualTo("true"));
  }

  @Test
  void anAccountIsDisabledInTheEndThoughKeycloakIsAway() throws IOException {
    practitioner(THOMAS_ROUSSEAU).get("/v1/me");
    FakeKeycloak.broken(true);
    upload(without(THOMAS_ROUSSEAU));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(lastFailure()).isEqualTo("http-503"));
    FakeKeycloak.broken(false);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(FakeKeycloak.enabled(accountOf(THOMAS_ROUSSEAU))).isEqualTo("false"));
  }

  @Test
  void anAccountThatNoLongerExistsNeedsNothingDone() throws IOException {
    String retired =
        SyntheticRegister.text()
            .lines()
            .filter(line -> line.contains("|RETRAITE|"))
            .map(line -> line.split("\\|", -1)[2])
            .findFirst()
            .orElseThrow();
    assertThat(Api.as(TestTokens.practitioner("gone", retired)).get("/v1/me").status())
        .isEqualTo(200);
    assertThat(upload(without(retired)).body().get("departures").asInt()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(events.acts("account.disable", "gone")).hasSize(1));
  }

  @Test
  void aChangedNameIsTakenOverAndTheSituationsWithIt() throws IOException {
    String moved =
        SyntheticRegister.text()
            .lines()
            .map(
                line ->
                    line.contains("|" + YANN_TREGUER + "|") ? line.replace("Rezé", "Brest") : line)
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(upload(moved).body().get("changes").asInt()).isEqualTo(1);
    assertThat(names(search("treguer brest"))).containsExactly("TREGUER");
    assertThat(search("treguer brest").body().at("/items/0/situations")).hasSize(1);
  }

  @Test
  void readersSeeTheOldRegisterOrTheNewOneNeverAMixture() throws Exception {
    String full = SyntheticRegister.text();
    String without =
        full.lines()
            .filter(line -> !line.contains("|LEFEBVRE|Sophie|"))
            .collect(Collectors.joining("\n", "", "\n"));
    AtomicBoolean over = new AtomicBoolean();
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get()) {
                    seen.add(names(search("lefebvre sophie")).size());
                  }
                });
    for (int i = 0; i < 3; i++) {
      assertThat(upload(without).body().get("departures").asInt()).isEqualTo(8);
      assertThat(names(search("lefebvre sophie"))).isEmpty();
      assertThat(upload(full).body().get("returns").asInt()).isEqualTo(8);
    }
    over.set(true);
    reader.join();
    assertThat(seen).containsExactlyInAnyOrder(0, 8);
  }

  @Test
  void aFileThatWouldRemoveTooManyIsRefusedAndChangesNothing() throws IOException {
    String half =
        SyntheticRegister.text()
            .lines()
            .filter(line -> !line.contains("LEFEBVRE") && !line.contains("|44600|"))
            .collect(Collectors.joining("\n", "", "\n"));
    Api.Answer refused = upload(half);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("import-refused");
    assertThat(refused.body().at("/report/reason").asText()).isEqualTo("too-many-departures");
    assertThat(names(search("lefebvre sophie"))).hasSize(8);
    assertThat(events.acts("register.import", "too-many-departures"))
        .allSatisfy(act -> assertThat(act).contains("refused"));
    assertThat(administrator().get("/v1/register-imports").body().at("/items/0/outcome").asText())
        .isEqualTo("refused");
  }

  @Test
  void anAdministratorWhoJustLoggedInMayAcceptThatManyLeave() throws IOException {
    String path = "/v1/register-imports?registerDate=2026-11-20&acceptDepartures=true";
    String few =
        SyntheticRegister.text()
            .lines()
            .filter(line -> !line.contains("LEFEBVRE") && !line.contains("|44600|"))
            .collect(Collectors.joining("\n", "", "\n"));
    Api tired =
        Api.as(
            TestTokens.account("administrator", "platform-admin")
                .authTime(Instant.now().minus(Duration.ofMinutes(16))));
    assertThat(tired.postText(path, "text/plain", few).code()).isEqualTo("step-up-required");
    assertThat(names(search("lefebvre sophie"))).hasSize(8);
    assertThat(practitioner(CLAIRE_MOREAU).postText(path, "text/plain", few).code())
        .isEqualTo("forbidden");

    Api.Answer report = administrator().postText(path, "text/plain", few);
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body().get("departuresAccepted").asBoolean()).isTrue();
    assertThat(report.body().get("departures").asInt()).isGreaterThan(12);
    assertThat(names(search("lefebvre sophie"))).isEmpty();
    assertThat(events.acts("register.import", report.body().get("id").asText()))
        .singleElement()
        .satisfies(act -> assertThat(act).contains("departuresAccepted").contains("administrator"));

    JsonNode back = administrator().postText(path, "text/plain", SyntheticRegister.text()).body();
    assertThat(back.has("departuresAccepted")).as("nothing had to be accepted").isFalse();
  }

  @Test
  void theReportCountsPeopleArrivalsAndDeparturesByProfession() throws IOException {
    JsonNode before = profession(upload(SyntheticRegister.text()), "10");
    String arrival = MalformedFiles.row(7, "NOUVELLE", "Anne");
    Api.Answer changed = upload(without(NADIA_HADDAD) + arrival + "\n");
    JsonNode doctors = profession(changed, "10");
    assertThat(doctors.get("label").asText()).isEqualTo("Médecin");
    assertThat(doctors.get("arrivals").asInt()).isEqualTo(1);
    assertThat(doctors.get("people").asInt()).isEqualTo(before.get("people").asInt() + 1);
    JsonNode professions = changed.body().get("professions");
    assertThat(sum(professions, "people")).isEqualTo(changed.body().get("people").asInt());
    assertThat(sum(professions, "arrivals")).isEqualTo(1);
    assertThat(sum(professions, "departures")).isEqualTo(1);
    assertThat(reportOf("").has("professions")).isFalse();
  }

  @Test
  void aFileThatCannotBeTrustedIsRefusedWithItsReason() throws IOException {
    String text = SyntheticRegister.text();
    assertThat(reason(text.substring(0, text.length() - 40))).isEqualTo("truncated");
    assertThat(reason(text.replaceFirst("Prénom d'exercice", "x"))).isEqualTo("missing-column");
    assertThat(reason("")).isEqualTo("empty-file");
    assertThat(reason(SyntheticRegister.HEADER + "\n")).isEqualTo("too-few-rows");
    HttpRequest.Builder latin1 =
        administrator()
            .request("/v1/register-imports")
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.ISO_8859_1));
    assertThat(administrator().send(latin1).body().at("/report/reason").asText())
        .isEqualTo("bad-encoding");
    assertThat(names(search("moreau claire"))).containsExactly("MOREAU");
  }

  @Test
  void twoImportsNeverRunAtOnce() throws Exception {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + 0x52505053L + ")");
      assertThat(upload(SyntheticRegister.text()).code()).isEqualTo("conflict");
      statement.execute("select pg_advisory_unlock(" + 0x52505053L + ")");
    }
  }

  @Test
  void onlyPlatformAdministratorsImport() {
    for (Api api :
        List.of(
            practitioner(CLAIRE_MOREAU),
            Api.as(TestTokens.account("officer", "compliance-officer")))) {
      assertThat(api.postText("/v1/register-imports", "text/plain", "x").code())
          .isEqualTo("forbidden");
      assertThat(api.get("/v1/register-imports").code()).isEqualTo("forbidden");
    }
    assertThat(Api.nobody().postText("/v1/register-imports", "text/plain", "x").code())
        .isEqualTo("unauthenticated");
    assertThat(administrator().postText("/v1/register-imports", "application/json", "{}").status())
        .isEqualTo(415);
    for (String date : List.of("yesterday", "2062-11-20", "1999-12-31")) {
      assertThat(
              administrator()
                  .postText("/v1/register-imports?registerDate=" + date, "text/plain", "x")
                  .code())
          .isEqualTo("invalid-parameter");
    }
  }

  private String oldestImport() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        var result =
            statement.executeQuery("select id from register_import order by started_at limit 1")) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private String lastFailure() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select coalesce(max(last_failure), '') from account_task where done_at is null")) {
      return result.next() ? result.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode profession(Api.Answer report, String code) {
    for (JsonNode profession : report.body().get("professions")) {
      if (profession.get("code").asText().equals(code)) {
        return profession;
      }
    }
    throw new AssertionError("no such profession");
  }

  private static int sum(JsonNode professions, String count) {
    return professions.findValues(count).stream().mapToInt(JsonNode::asInt).sum();
  }

  private static String reason(String text) {
    return reportOf(text).get("reason").asText();
  }

  private static JsonNode reportOf(String text) {
    Api.Answer refused = upload(text);
    assertThat(refused.status()).isEqualTo(422);
    return refused.body().get("report");
  }

  private static String without(String nationalId) throws IOException {
    return SyntheticRegister.text()
        .lines()
        .filter(line -> !line.contains("|" + nationalId + "|"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Api.Answer upload(String text) {
    return upload(text, "2026-11-20");
  }

  private static Api.Answer upload(String text, String date) {
    return administrator()
        .postText("/v1/register-imports?registerDate=" + date, "text/plain", text);
  }
}
