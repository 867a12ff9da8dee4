package fr.liaison.directory.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.directory.register.SyntheticRegister;
import fr.liaison.kit.database.Database;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffResourceTest extends RunningService {
  private static final String CARE_HOME = "F440900025";
  private static final String STRUCTURE = "/v1/structures/" + CARE_HOME;
  private static final String NEXT_DAY_ACCEPTED = "2026-11-21&acceptDepartures=true";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Events events;
  @Inject Database database;

  @BeforeEach
  void nameAnAdministrator() {
    assertThat(administrator().put(administratorPath(CLAIRE_MOREAU), Map.of()).status())
        .isEqualTo(204);
  }

  @AfterEach
  void startAfresh() {
    FakeKeycloak.broken(false);
    database.run(
        transaction ->
            transaction.update(
                "update invitation set withdrawn_at = now()"
                    + " where accepted_at is null and withdrawn_at is null"));
  }

  @Test
  void onlyAFreshlyLoggedInPlatformAdministratorNamesAnAdministrator() {
    Api tired =
        Api.as(
            TestTokens.account("administrator", "platform-admin")
                .authTime(Instant.now().minus(Duration.ofHours(1))));
    String path = administratorPath(KARIM_BENALI);

    assertThat(tired.put(path, Map.of()).code()).isEqualTo("step-up-required");
    assertThat(tired.delete(path).code()).isEqualTo("step-up-required");
    assertThat(moreau().put(path, Map.of()).code()).isEqualTo("forbidden");
    assertThat(moreau().get(STRUCTURE + "/administrators").code()).isEqualTo("forbidden");
    String nowhere = "/administrators/" + idOf(KARIM_BENALI);
    assertThat(administrator().put("/v1/structures/F999999999" + nowhere, Map.of()).code())
        .isEqualTo("not-found");
    assertThat(administrator().put("/v1/structures/x" + nowhere, Map.of()).code())
        .isEqualTo("not-found");
    assertThat(
            administrator()
                .put(STRUCTURE + "/administrators/" + UUID.randomUUID(), Map.of())
                .code())
        .isEqualTo("not-found");
    JsonNode listed = administrator().get(STRUCTURE + "/administrators").body().path("items");
    assertThat(listed.findValuesAsText("practitionerId"))
        .contains(idOf(CLAIRE_MOREAU))
        .doesNotContain(idOf(KARIM_BENALI));
    assertThat(events.acts("structure-administrator.name", idOf(CLAIRE_MOREAU))).isNotEmpty();
  }

  @Test
  void whoIsToNameAnAdministratorSeesWhichStructureItIsAndThatNobodyPractisesAtAnother() {
    JsonNode known = administrator().get(STRUCTURE + "/administrators").body().path("structure");
    JsonNode unknown = administrator().get("/v1/structures/F999999999/administrators").body();

    assertThat(STRUCTURE).endsWith(known.path("id").asText());
    assertThat(known.path("name").asText()).isNotEmpty();
    assertThat(known.path("town").asText()).isNotEmpty();
    assertThat(unknown.has("structure")).isFalse();
    assertThat(unknown.path("items")).isEmpty();
  }

  @Test
  void nobodyElseActsForTheStructureWhateverTheirRole() {
    Api admin =
        Api.as(
            TestTokens.account(accountOf(KARIM_BENALI), "structure-admin", "practitioner")
                .claim("national_id", KARIM_BENALI));
    for (Api api : List.of(practitioner(KARIM_BENALI), admin)) {
      assertThat(api.post(STRUCTURE + "/invitations", body("Odile")).code()).isEqualTo("forbidden");
      assertThat(api.post(STRUCTURE + "/invitations", Map.of()).code()).isEqualTo("forbidden");
      assertThat(api.get(STRUCTURE + "/invitations").code()).isEqualTo("forbidden");
      assertThat(api.get(STRUCTURE + "/people").code()).isEqualTo("forbidden");
      assertThat(api.delete(STRUCTURE + "/people/" + UUID.randomUUID()).code())
          .isEqualTo("forbidden");
    }
    assertThat(moreau().post("/v1/structures/F440900017/invitations", body("Odile")).code())
        .isEqualTo("forbidden");
    Api tired =
        Api.as(
            TestTokens.practitioner(accountOf(CLAIRE_MOREAU), CLAIRE_MOREAU)
                .authTime(Instant.now().minus(Duration.ofHours(1))));
    assertThat(tired.post(STRUCTURE + "/invitations", body("Odile")).code())
        .isEqualTo("step-up-required");
  }

  @Test
  void whoAcceptsGetsAnAccountAndAnEntryOnceHoweverOftenTheyClick() throws Exception {
    JsonNode issued = invite("Ombeline");
    String invitation = issued.at("/invitation/id").asText();
    String token = token(issued);
    assertThat(issued.path("link").asText()).endsWith("/invitation#" + token);
    assertThat(moreau().get(STRUCTURE + "/invitations").raw().body()).doesNotContain(token);

    List<Api.Answer> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Api.Answer>> clicks =
          IntStream.range(0, 3).mapToObj(i -> threads.submit(() -> accept(token))).toList();
      answers = new ArrayList<>();
      for (Future<Api.Answer> click : clicks) {
        answers.add(click.get());
      }
    }

    assertThat(answers).allSatisfy(one -> assertThat(one.status()).isEqualTo(200));
    assertThat(answers.stream().map(one -> one.raw().body()).distinct()).hasSize(1);
    String username = answers.getFirst().body().path("username").asText();
    assertThat(FakeKeycloak.created(username)).contains("webauthn-register-passwordless");
    JsonNode person = person("Ombeline");
    assertThat(person.path("state").asText()).isEqualTo("invited");
    assertThat(person.path("nationalId").asText()).startsWith("1440900025/inv.");
    Api invited = invited(username, person);
    JsonNode me = invited.get("/v1/me").body().path("practitioner");
    assertThat(me.path("source").asText()).isEqualTo("structure");
    assertThat(me.path("profession").asText()).isEqualTo("Secrétaire");
    assertThat(me.at("/situations/0/structureId").asText()).isEqualTo(CARE_HOME);
    List<String> acts = events.acts("invitation.accept", invitation);
    assertThat(acts).hasSize(3).noneMatch(act -> act.contains("Ombeline"));
    assertThat(acts.stream().filter(act -> act.contains("repeated"))).hasSize(2);
    assertThat(status(invitation)).isEqualTo("accepted");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(search("ombeline exemple").body().at("/items/0/source").asText())
                    .isEqualTo("structure"));
  }

  @Test
  void theOneTimePasswordEndsWithThePasskeyAndTheTokenWithIt() {
    JsonNode issued = invite("Sidonie");
    String username = accept(token(issued)).body().path("username").asText();

    FakeKeycloak.passkey("kc-" + username);

    await().atMost(PATIENCE).until(() -> !FakeKeycloak.hasPassword("kc-" + username));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(person("Sidonie").path("state").asText()).isEqualTo("active"));
    assertThat(accept(token(issued)).code()).isEqualTo("not-found");
  }

  @Test
  void whoRegistersNoPasskeyInTimeLosesThePasswordAndDeparts() {
    JsonNode issued = invite("Toinette");
    Api.Answer accepted = accept(token(issued));
    String username = accepted.body().path("username").asText();

    lookBack(issued);
    expire(issued);

    await().atMost(PATIENCE).until(() -> !FakeKeycloak.hasPassword("kc-" + username));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(person("Toinette").path("state").asText()).isEqualTo("lapsed"));
    assertThat(accept(token(issued)).code()).isEqualTo("not-found");
    assertThat(preview(token(issued)).body().path("status").asText()).isEqualTo("accepted");
    assertThat(events.of("practitioner-departed", idOfPerson("Toinette"))).hasSize(1);
  }

  @Test
  void whoAcceptsInTheLastMinuteHasTimeForAPasskeyAllTheSame() {
    JsonNode issued = invite("Ursule");
    Instant end = Instant.now().plusSeconds(55).truncatedTo(ChronoUnit.MILLIS);
    database.run(
        transaction ->
            transaction.update(
                "update invitation set expires_at = $2 where id = $1",
                invitationId(issued),
                end.atOffset(ZoneOffset.UTC)));
    Api.Answer accepted = accept(token(issued));
    expire(issued);

    Instant until = Instant.parse(accepted.body().path("usableUntil").asText());
    assertThat(until).isAfter(end.plus(Duration.ofMinutes(29)));
    assertThat(accept(token(issued)).raw().body()).isEqualTo(accepted.raw().body());
    JsonNode preview = preview(token(issued)).body();
    assertThat(preview.path("status").asText()).isEqualTo("open");
    assertThat(Instant.parse(preview.path("usableUntil").asText())).isEqualTo(until);
  }

  @Test
  void whoHoldsALinkReadsWhatItInvitesToAndWhyItEnded() {
    JsonNode issued = invite("Valentine");
    JsonNode open = preview(token(issued)).body();
    assertThat(open.path("status").asText()).isEqualTo("open");
    assertThat(open.path("function").asText()).isEqualTo("Secrétaire");
    assertThat(open.path("invitedBy").asText()).isEqualTo("Claire MOREAU");
    assertThat(open.path("structureName").asText()).isNotEmpty();
    assertThat(open.path("usableUntil").asText())
        .isEqualTo(issued.at("/invitation/expiresAt").asText());
    assertThat(status(issued.at("/invitation/id").asText())).isEqualTo("open");

    expire(issued);
    JsonNode expired = preview(token(issued)).body();
    assertThat(expired.toString()).isEqualTo("{\"status\":\"expired\"}");
    assertThat(preview("A".repeat(43)).code()).isEqualTo("not-found");
    assertThat(preview("x").code()).isEqualTo("not-found");
    assertThat(Api.nobody().post("/v1/invitations/preview", Map.of()).code())
        .isEqualTo("invalid-parameter");
    assertThat(events.acts("invitation.read", issued.at("/invitation/id").asText())).hasSize(2);
  }

  @Test
  void aLinkStaysDeadWhenItsMakerIsNamedOrLetInAgain() {
    JsonNode dismissed = invite("Wanda");
    assertThat(administrator().delete(administratorPath(CLAIRE_MOREAU)).status()).isEqualTo(204);
    nameAnAdministrator();
    JsonNode suspended = invite("Xavière");
    String suspension = "/v1/people/" + idOf(CLAIRE_MOREAU) + "/suspension";
    assertThat(administrator().post(suspension, Map.of("reason", "request")).status())
        .isEqualTo(200);
    assertThat(administrator().delete(suspension).status()).isEqualTo(204);

    for (JsonNode one : List.of(dismissed, suspended)) {
      assertThat(accept(token(one)).code()).isEqualTo("not-found");
      assertThat(preview(token(one)).body().path("status").asText()).isEqualTo("withdrawn");
    }
  }

  @Test
  void everybodyReadsWhichStructuresTheyAdminister() {
    String path = "/v1/me/administered-structures";
    JsonNode mine = moreau().get(path).body().path("items");
    assertThat(mine.findValuesAsText("id")).containsExactly(CARE_HOME);
    assertThat(mine.at("/0/name").asText()).isNotEmpty();
    assertThat(practitioner(KARIM_BENALI).get(path).body().path("items")).isEmpty();
    assertThat(administrator().get(path).code()).isEqualTo("forbidden");
  }

  @Test
  void unknownExpiredAndWithdrawnTokensGetTheSameAnswer() {
    JsonNode expired = invite("Aude");
    expire(expired);
    JsonNode withdrawn = invite("Berthe");
    String path = STRUCTURE + "/invitations/" + withdrawn.at("/invitation/id").asText();
    assertThat(moreau().delete(path).status()).isEqualTo(204);
    assertThat(moreau().delete(path).status()).isEqualTo(204);
    JsonNode orphan = invite("Clarisse");
    assertThat(administrator().delete(administratorPath(CLAIRE_MOREAU)).status()).isEqualTo(204);
    Api.Answer dismissed = accept(token(orphan));
    nameAnAdministrator();

    String unknown = accept("A".repeat(43)).raw().body();
    assertThat(dismissed.raw().body()).isEqualTo(unknown);
    assertThat(accept(token(expired)).raw().body()).isEqualTo(unknown);
    assertThat(accept(token(withdrawn)).raw().body()).isEqualTo(unknown);
    assertThat(accept("x").raw().body()).isEqualTo(unknown);
    assertThat(status(expired.at("/invitation/id").asText())).isEqualTo("expired");
    assertThat(status(withdrawn.at("/invitation/id").asText())).isEqualTo("withdrawn");
    assertThat(moreau().delete(STRUCTURE + "/invitations/" + UUID.randomUUID()).code())
        .isEqualTo("not-found");
  }

  @Test
  void anAttemptThatDiedAnywhereIsFinishedByTheNext() {
    JsonNode issued = invite("Delphine");
    FakeKeycloak.broken(true);
    assertThat(accept(token(issued)).status()).isEqualTo(503);
    assertThat(status(issued.at("/invitation/id").asText())).isEqualTo("open");
    FakeKeycloak.broken(false);
    String account = FakeKeycloak.existing("invited-" + issued.at("/invitation/id").asText());

    Api.Answer accepted = accept(token(issued));

    assertThat(accepted.status()).isEqualTo(200);
    assertThat(account).isEqualTo("kc-" + accepted.body().path("username").asText());
    assertThat(
            invited(accepted.body().path("username").asText(), person("Delphine"))
                .get("/v1/me")
                .status())
        .isEqualTo(200);
  }

  @Test
  void whoIsRemovedLosesDevicesAndAccountAtOnce() throws Exception {
    String username = accept(token(invite("Eulalie"))).body().path("username").asText();
    JsonNode person = person("Eulalie");
    String path = STRUCTURE + "/people/" + person.path("practitionerId").asText();
    Api invited = invited(username, person);
    String lost = new TestDevice().enrol(invited).body().path("id").asText();
    String kept = new TestDevice().enrol(invited).body().path("id").asText();

    assertThat(moreau().delete(path + "/devices/" + lost).status()).isEqualTo(204);
    assertThat(moreau().delete(path + "/devices/" + UUID.randomUUID()).code())
        .isEqualTo("not-found");
    assertThat(events.of("device-revoked", lost)).hasSize(1);
    assertThat(events.of("device-revoked", kept)).isEmpty();
    assertThat(practitioner(KARIM_BENALI).delete(path).code()).isEqualTo("forbidden");

    assertThat(moreau().delete(path).status()).isEqualTo(204);
    assertThat(moreau().delete(path).status()).isEqualTo(204);

    assertThat(invited.get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(events.of("device-revoked", kept)).hasSize(1);
    assertThat(person("Eulalie").path("state").asText()).isEqualTo("departed");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(FakeKeycloak.enabled("kc-" + username)).isEqualTo("false"));
  }

  @Test
  void peopleOfTheRegisterCannotBeRemoved() {
    assertThat(moreau().delete(STRUCTURE + "/people/" + idOf(KARIM_BENALI)).code())
        .isEqualTo("not-found");
    assertThat(practitioner(KARIM_BENALI).get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void anImportLeavesInvitedPeopleAloneUntilNobodyOfTheirStructureIsLeft() throws Exception {
    String username = accept(token(invite("Félicie"))).body().path("username").asText();
    Api invited = invited(username, person("Félicie"));
    try {
      assertThat(upload(SyntheticRegister.text()).body().path("departures").asInt()).isZero();
      assertThat(invited.get("/v1/me").status()).isEqualTo(200);
      JsonNode waiting = invite("Gisèle");
      String without =
          SyntheticRegister.text()
              .lines()
              .filter(line -> !line.contains("|" + CARE_HOME + "|"))
              .collect(Collectors.joining("\n", "", "\n"));

      assertThat(upload(without).status()).isEqualTo(200);
      assertThat(invited.get("/v1/me").status()).as("one file is not enough").isEqualTo(200);

      assertThat(upload(without, NEXT_DAY_ACCEPTED).status()).isEqualTo(200);

      assertThat(invited.get("/v1/me").code()).isEqualTo("registration-ended");
      assertThat(accept(token(waiting)).code()).isEqualTo("not-found");
      assertThat(moreau().post(STRUCTURE + "/invitations", body("Hermine")).code())
          .isEqualTo("conflict");
    } finally {
      upload(SyntheticRegister.text());
    }
  }

  @Test
  void whatIsNotWellFormedIsRefusedByField() {
    assertThat(field(Map.of("familyName", "X", "function", "Y"))).isEqualTo("givenName");
    assertThat(field(Map.of("givenName", "x".repeat(61), "familyName", "X", "function", "Y")))
        .isEqualTo("givenName");
    assertThat(field(Map.of("givenName", "X", "familyName", "a\u202eb", "function", "Y")))
        .isEqualTo("familyName");
    assertThat(field(Map.of("givenName", "X", "familyName", "X", "function", "a|b")))
        .isEqualTo("function");
    assertThat(
            field(Map.of("givenName", "X", "familyName", "X", "function", "Y", "email", "a b@c")))
        .isEqualTo("email");
    assertThat(
            Api.nobody().post("/v1/invitations/acceptance", Map.of()).body().path("field").asText())
        .isEqualTo("token");
  }

  @Test
  void openInvitationsAreBounded() {
    for (int i = 0; i < 50; i++) {
      invite("Irma");
    }

    assertThat(moreau().post(STRUCTURE + "/invitations", body("Irma")).code())
        .isEqualTo("conflict");
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

  private static Api.Answer preview(String token) {
    return Api.nobody().post("/v1/invitations/preview", Map.of("token", token));
  }

  private static String idOfPerson(String givenName) {
    return person(givenName).path("practitionerId").asText();
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

  private static String status(String invitation) {
    for (JsonNode one : moreau().get(STRUCTURE + "/invitations").body().path("items")) {
      if (one.path("id").asText().equals(invitation)) {
        return one.path("status").asText();
      }
    }
    throw new AssertionError("the invitation is not listed");
  }

  private void expire(JsonNode issued) {
    database.run(
        transaction ->
            transaction.update(
                "update invitation set expires_at = now() where id = $1", invitationId(issued)));
  }

  /** As if it had been accepted an hour before. */
  private void lookBack(JsonNode issued) {
    database.run(
        transaction ->
            transaction.update(
                """
                update invited_person set invited_at = invited_at - interval '1 hour'
                where invitation_id = $1
                """,
                invitationId(issued)));
  }

  private static UUID invitationId(JsonNode issued) {
    return UUID.fromString(issued.at("/invitation/id").asText());
  }

  private static String field(Map<String, String> body) {
    Api.Answer refused = moreau().post(STRUCTURE + "/invitations", body);
    assertThat(refused.status()).isEqualTo(400);
    return refused.body().path("field").asText();
  }

  private static Api.Answer upload(String text) {
    return upload(text, "2026-11-20");
  }

  private static Api.Answer upload(String text, String date) {
    return administrator()
        .postText("/v1/register-imports?registerDate=" + date, "text/plain", text);
  }
}
