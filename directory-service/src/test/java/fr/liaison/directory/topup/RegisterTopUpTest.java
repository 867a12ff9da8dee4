package fr.liaison.directory.topup;

import static fr.liaison.directory.register.RegisterFiles.OTHER_SHOP;
import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static fr.liaison.directory.topup.SourceEntries.inactive;
import static fr.liaison.directory.topup.SourceEntries.person;
import static fr.liaison.directory.topup.SourceEntries.role;
import static fr.liaison.directory.topup.SourceEntries.structure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.directory.register.FileReach;
import fr.liaison.directory.register.RegisterFiles;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.Test;

/** Against a FHIR server that runs. */
@QuarkusTest
class RegisterTopUpTest extends RunningTopUp {
  @Test
  void peopleAndPlacesArriveBetweenTwoFilesInTheWordsOfTheDirectory() throws Exception {
    source.put(structure("s1", SHOP));
    source.put(SourceEntries.skilled(person("p1", rpps(1), "NOUVEAU", "Ève", "10"), "SM40"), now());
    source.put(role("r1", "p1", "s1"), now());
    source.put(person("p2", rpps(2), "SANSLIEU", "Luc", "60"), now());
    source.put(person("p3", rpps(3), "INCONNU", "Guy", "999"), now());

    assertThat(attempt()).isEqualTo("completed");

    JsonNode card = practitioner("8" + rpps(1)).get("/v1/me").body().path("practitioner");
    assertThat(card.path("familyName").asText()).isEqualTo("NOUVEAU");
    assertThat(card.path("profession").asText()).isEqualTo("Médecin");
    assertThat(card.path("savoirFaire").asText()).isEqualTo("Pédiatrie");
    assertThat(card.path("civility").asText()).isEqualTo("Monsieur");
    assertThat(card.at("/situations/0/structureId").asText()).isEqualTo(SHOP.id());
    assertThat(card.at("/situations/0/town").asText()).isEqualTo("Nantes");
    assertThat(practitioner("8" + rpps(2)).get("/v1/me").status()).isEqualTo(200);
    assertThat(practitioner("8" + rpps(3)).get("/v1/me").code()).isEqualTo("not-registered");
    JsonNode run = status().at("/runs/0");
    assertThat(run.path("arrivals").asInt()).isEqualTo(2);
    assertThat(run.path("unusable").asInt()).isEqualTo(1);
    assertThat(status().path("point").asText()).isNotEmpty();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(names(search("nouveau"))).containsExactly("NOUVEAU"));
  }

  @Test
  void whatIsReadAgainChangesNobodyAndWhatIsOlderFollowsNot() throws Exception {
    source.put(structure("s1", SHOP));
    source.put(structure("s2", OTHER_SHOP));
    source.put(person("p1", rpps(4), "CONSTANT", "Paul", "28"), now());
    source.put(role("r1", "p1", "s1"), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(attempt()).isEqualTo("completed");
    JsonNode again = status().at("/runs/0");
    assertThat(again.path("people").asInt()).isEqualTo(2);
    assertThat(again.path("changes").asInt() + again.path("arrivals").asInt()).isZero();

    source.put(role("r1", "p1", "s2"), now().minusSeconds(7200));
    source.put(person("p1", rpps(4), "ANCIEN", "Paul", "28"), now().minusSeconds(7200));
    rewind();
    assertThat(attempt()).isEqualTo("completed");
    assertThat(card(rpps(4)).path("familyName").asText()).isEqualTo("CONSTANT");

    source.put(role("r1", "p1", "s2"), now().plusSeconds(1));
    source.put(person("p1", rpps(4), "CONSTANT", "Paul", "28"), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(card(rpps(4)).at("/situations/0/structureId").asText()).isEqualTo(OTHER_SHOP.id());
    assertThat(status().at("/runs/0/changes").asInt()).isEqualTo(1);
  }

  @Test
  void aDepartureCutsAccessAtOnceAndOnlyANewerFileUndoesIt() throws Exception {
    String optician = RegisterFiles.optician("8", rpps(5), "PARTANT", "Jean", SHOP);
    upload(today(), optician);
    Api jean = practitioner("8" + rpps(5));
    String id = jean.get("/v1/me").body().at("/practitioner/id").asText();
    String device = new TestDevice().enrol(jean).body().path("id").asText();
    source.put(inactive("p5", rpps(5)), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/departures").asInt()).isEqualTo(1);
    assertThat(jean.get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(events.of("practitioner-departed", id)).hasSize(1);
    assertThat(events.acts("practitioner.depart", id)).hasSize(1);
    assertThat(events.of("device-revoked", device)).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(FakeKeycloak.enabled(accountOf("8" + rpps(5)))).isEqualTo("false"));

    JsonNode sameDay = upload(today(), optician);
    assertThat(sameDay.path("keptNewer").asInt()).isEqualTo(1);
    assertThat(sameDay.path("returns").asInt()).isZero();
    assertThat(jean.get("/v1/me").code()).isEqualTo("registration-ended");
    JsonNode newer = upload(LocalDate.now().plusDays(3).toString(), optician);
    assertThat(newer.path("returns").asInt()).isEqualTo(1);
    assertThat(newer.has("keptNewer")).isFalse();
    assertThat(jean.get("/v1/me").status()).isEqualTo(200);
    assertThat(attempt()).isEqualTo("completed");
    assertThat(jean.get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void situationsThatDoNotSayWhoseTheyAreAreCountedAndNobodyIsAskedFor() throws Exception {
    for (String id : List.of("bare1", "bare2")) {
      PractitionerRole bare = new PractitionerRole();
      bare.setId(id);
      bare.setActive(false);
      source.put(bare, now());
    }

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/unusable").asInt()).isEqualTo(2);
  }

  @Test
  void theReportOfAFileTellsWhoCameAndWentByTopUpsUntilTheNext() throws Exception {
    String optician = RegisterFiles.optician("8", rpps(390), "SORTANT", "Jean", SHOP);
    String file = upload(today(), optician).path("id").asText();
    assertThat(report(file).has("toppedUp")).isFalse();
    source.put(inactive("p390", rpps(390)), now());
    source.put(person("p391", rpps(391), "ENTRANT", "Rose", "60"), now());

    assertThat(attempt()).isEqualTo("completed");

    JsonNode since = report(file).path("toppedUp");
    assertThat(since.path("departures").asInt()).isEqualTo(1);
    assertThat(since.path("arrivals").asInt()).isEqualTo(1);
    assertThat(since.path("returns").asInt()).isZero();
    assertThat(attempt()).isEqualTo("completed");
    assertThat(report(file).path("toppedUp")).as("nobody leaves twice").isEqualTo(since);
    String next = upload(today(), optician).path("id").asText();
    source.put(inactive("p391", rpps(391)), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(report(file).path("toppedUp")).isEqualTo(since);
    assertThat(report(next).at("/toppedUp/departures").asInt()).isEqualTo(1);
  }

  private static JsonNode report(String id) {
    for (JsonNode one : administrator().get("/v1/register-imports").body().path("items")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no report of " + id);
  }

  @Test
  void anArrivalStaysThoughAFileOfTheSameDayDoesNotListIt() throws Exception {
    source.put(person("p6", rpps(6), "MATINAL", "Rose", "60"), now());
    assertThat(attempt()).isEqualTo("completed");

    JsonNode report = upload(today());

    assertThat(report.path("departures").asInt()).isZero();
    assertThat(report.path("keptNewer").asInt()).isEqualTo(1);
    assertThat(practitioner("8" + rpps(6)).get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void nobodyDepartsWhoseNumberIsActiveInAnotherEntry() throws Exception {
    upload(today(), RegisterFiles.optician("8", rpps(7), "REPRIS", "Max", SHOP));
    source.put(inactive("p7", rpps(7)), now());
    source.put(person("p7new", rpps(7), "REPRIS", "Max", "28"), now().minusSeconds(864000));

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/departures").asInt()).isZero();
    assertThat(practitioner("8" + rpps(7)).get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void whoHasTwoActiveEntriesPractisesAtThePlacesOfBothWhicheverOfThemChanged() throws Exception {
    source.put(structure("s1", SHOP));
    source.put(structure("s2", OTHER_SHOP));
    source.put(person("d1", rpps(9), "DOUBLE", "Lise", "28"), now().minusSeconds(60));
    source.put(person("d2", rpps(9), "DOUBLE", "Lise", "60"), now());
    source.put(role("r1", "d1", "s1"), now().minusSeconds(864000));
    source.put(role("r2", "d2", "s2"), now().minusSeconds(864000));

    assertThat(attempt()).isEqualTo("completed");

    assertThat(places(rpps(9))).containsExactlyInAnyOrder(SHOP.id(), OTHER_SHOP.id());
    assertThat(status().at("/runs/0/arrivals").asInt()).isEqualTo(1);

    source.put(person("d1", rpps(9), "DOUBLE", "Lise", "28"), now().minusSeconds(864000));
    source.put(person("d2", rpps(9), "DOUBLE-DUC", "Lise", "60"), now());
    rewind();
    assertThat(attempt()).isEqualTo("completed");
    assertThat(card(rpps(9)).path("familyName").asText()).isEqualTo("DOUBLE-DUC");
    assertThat(places(rpps(9))).containsExactlyInAnyOrder(SHOP.id(), OTHER_SHOP.id());
    assertThat(status().at("/runs/0/changes").asInt()).isEqualTo(1);

    source.put(inactive("d2", rpps(9)), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(places(rpps(9))).containsExactly(SHOP.id());
    assertThat(status().at("/runs/0/departures").asInt()).isZero();
  }

  private static java.util.List<String> places(String rpps) {
    return card(rpps).path("situations").findValuesAsText("structureId");
  }

  @Test
  void aMassOfDeparturesStopsTheTopUpUntilAnAdministratorLetsItGoOn() throws Exception {
    String[] rows = new String[8];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = RegisterFiles.optician("8", rpps(20 + i), "MASSE" + (char) ('A' + i), "Léa", SHOP);
      source.put(inactive("m" + i, rpps(20 + i)), now());
    }
    upload(today(), rows);
    Map<String, String> few = Map.of("few-departures", "3", "most-departures", "0");

    assertThat(attempt(few)).isEqualTo("too-many-departures");

    assertThat(status().at("/runs/0/state").asText()).isEqualTo("stopped");
    assertThat(status().at("/runs/0/departures").asInt()).isEqualTo(2);
    assertThat(status().at("/runs/0/waitingDepartures").asInt()).isEqualTo(2);
    assertThat(status().at("/lastRefusal/reason").asText()).isEqualTo("too-many-departures");
    assertThat(attempt(few)).isEqualTo("stopped");
    String acceptance = "/v1/register-top-up/acceptance";
    Api tired =
        Api.as(
            TestTokens.account("administrator", "platform-admin")
                .authTime(Instant.now().minus(Duration.ofMinutes(20))));
    assertThat(tired.post(acceptance, Map.of()).code()).isEqualTo("step-up-required");
    for (String wrong : java.util.List.of("0", "-1", "10000001", "many", "99999999999999999999")) {
      assertThat(administrator().post(acceptance + "?most=" + wrong, Map.of()).status())
          .isEqualTo(400);
    }
    assertThat(administrator().post(acceptance, Map.of()).status()).isEqualTo(200);
    assertThat(status().at("/runs/0").has("waitingDepartures")).isFalse();
    assertThat(administrator().post(acceptance, Map.of()).code()).isEqualTo("conflict");
    assertThat(attempt(few)).as("two were accepted").isEqualTo("too-many-departures");
    assertThat(status().at("/runs/0/departures").asInt()).isEqualTo(4);
    assertThat(administrator().post(acceptance + "?most=100", Map.of()).status()).isEqualTo(200);
    assertThat(attempt(few)).isEqualTo("completed");
    assertThat(status().at("/runs/0/departures").asInt()).isEqualTo(8);
    assertThat(practitioner("8" + rpps(27)).get("/v1/me").code()).isEqualTo("registration-ended");
  }

  @Test
  void aStoppedRunIsDiscardedByAnAdministratorOrANewerFile() throws Exception {
    String[] rows = new String[4];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = RegisterFiles.optician("8", rpps(360 + i), "ARRET" + (char) ('A' + i), "Léo", SHOP);
      source.put(inactive("h" + i, rpps(360 + i)), now());
    }
    upload(today(), rows);
    Map<String, String> none = Map.of("few-departures", "0", "most-departures", "0");
    assertThat(attempt(none)).isEqualTo("too-many-departures");
    String run = status().at("/runs/0/id").asText();
    Api tired =
        Api.as(
            TestTokens.account("administrator", "platform-admin")
                .authTime(Instant.now().minus(Duration.ofMinutes(20))));
    assertThat(tired.delete("/v1/register-top-up/run").code()).isEqualTo("step-up-required");
    assertThat(practitioner(CLAIRE_MOREAU).delete("/v1/register-top-up/run").code())
        .isEqualTo("forbidden");

    assertThat(administrator().delete("/v1/register-top-up/run").status()).isEqualTo(200);

    assertThat(administrator().delete("/v1/register-top-up/run").code()).isEqualTo("conflict");
    assertThat(status().at("/runs/0/reason").asText()).isEqualTo("discarded");
    assertThat(events.acts("register.top-up.discard", run)).hasSize(1);
    assertThat(attempt(none)).as("the source says the same").isEqualTo("too-many-departures");

    upload(LocalDate.now().plusDays(3).toString(), rows);
    assertThat(attempt(none)).as("the file knows better").isEqualTo("completed");
    assertThat(status().at("/runs/1/reason").asText()).isEqualTo("newer-register");
    assertThat(status().at("/runs/0/departures").asInt()).isZero();
  }

  @Test
  void aRunThatComesNoFurtherIsDiscardedByAnAdministratorOrANewerFile() throws Exception {
    for (int i = 0; i < 5; i++) {
      source.put(person("n" + i, rpps(380 + i), "BLOC" + (char) ('A' + i), "Zoé", "60"), now());
    }
    source.refusing("active=true");
    assertThat(attempt()).as("the run's own link is sound").isEqualTo("unexpected-answer");
    assertThat(status().at("/runs/0/state").asText()).isEqualTo("paused");

    assertThat(administrator().delete("/v1/register-top-up/run").status()).isEqualTo(200);

    assertThat(status().at("/runs/0/reason").asText()).isEqualTo("discarded");
    assertThat(attempt()).isEqualTo("unexpected-answer");
    assertThat(status().path("runs")).hasSize(2);
    upload(today());
    assertThat(attempt()).isEqualTo("unexpected-answer");
    assertThat(status().path("runs")).as("that file says nothing new").hasSize(2);
    upload(LocalDate.now().plusDays(3).toString());
    assertThat(attempt()).as("the file has said it").isEqualTo("completed");
    assertThat(status().at("/runs/1/reason").asText()).isEqualTo("newer-register");
  }

  @Test
  void aNewerFileDoesNotMakeTheFloorOfTheDayForgotten() throws Exception {
    String[] rows = new String[3];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = RegisterFiles.optician("8", rpps(370 + i), "OUBLI" + (char) ('A' + i), "Léa", SHOP);
    }
    LocalDate today = LocalDate.parse(today());
    upload(today.minusDays(1).toString(), rows);
    source.put(inactive("o0", rpps(370)), FileReach.of(today, registerConfig).minusSeconds(60));
    Map<String, String> one = Map.of("few-departures", "1", "most-departures", "0");
    assertThat(attempt(one)).isEqualTo("completed");
    assertThat(practitioner("8" + rpps(370)).get("/v1/me").code()).isEqualTo("registration-ended");

    upload(today.toString(), rows[1], rows[2]);
    source.put(inactive("o1", rpps(371)), now());

    assertThat(attempt(one)).isEqualTo("too-many-departures");
  }

  @Test
  void aSituationThatIsNamedButNotAnsweredLeavesThePersonWhereTheyAre() throws Exception {
    upload(today(), RegisterFiles.optician("8", rpps(375), "MUETTE", "Ana", SHOP));
    source.put(structure("s1", SHOP));
    source.put(person("q1", rpps(375), "MUETTE", "Ana", "28"), now().minusSeconds(86400 * 9));
    source.put(role("r1", "q1", "s1"), now());
    source.knowsNoRolesOfAnybody(true);

    assertThat(attempt()).isEqualTo("completed");

    assertThat(places(rpps(375))).containsExactly(SHOP.id());
    assertThat(status().at("/runs/0/unusable").asInt()).isEqualTo(1);
  }

  @Test
  void aRunGoesOnFromThePageThatWasNotApplied() throws Exception {
    for (int i = 0; i < 7; i++) {
      source.put(person("a" + i, rpps(40 + i), "SUITE" + (char) ('A' + i), "Zoé", "60"), now());
    }
    source.answering(4);

    assertThat(attempt()).isEqualTo("source-failed");

    assertThat(status().at("/runs/0/state").asText()).isEqualTo("paused");
    assertThat(status().at("/runs/0/reason").asText()).isEqualTo("source-failed");
    long pages = status().at("/runs/0/pages").asLong();
    assertThat(pages).isPositive();
    source.answering(Integer.MAX_VALUE);
    assertThat(attempt()).isEqualTo("completed");
    assertThat(source.requests().getFirst()).contains("_getpages");
    assertThat(status().at("/runs/0/arrivals").asInt()).isEqualTo(7);
    assertThat(status().at("/runs")).noneMatch(run -> run.path("state").asText().equals("paused"));
  }

  @Test
  void aListWhoseLinkExpiredOrLeadsElsewhereIsReadFromItsBeginning() throws Exception {
    for (int i = 0; i < 5; i++) {
      source.put(person("b" + i, rpps(80 + i), "LIEN" + (char) ('A' + i), "Zoé", "60"), now());
    }
    source.answering(2);
    assertThat(attempt()).isEqualTo("source-failed");
    source.answering(Integer.MAX_VALUE);
    keepLink(source.base() + "?_getpages=unknown&_getpagesoffset=2&_count=2");
    assertThat(attempt()).isEqualTo("link-expired");
    keepLink("https://elsewhere.example/fhir/v2?_getpages=1");

    assertThat(attempt()).isEqualTo("completed");

    assertThat(source.requests()).noneMatch(request -> request.contains("elsewhere"));
    assertThat(status().at("/runs/0/arrivals").asInt()).isEqualTo(5);
  }

  private void keepLink(String link) {
    database.run(
        transaction ->
            transaction.update(
                "update top_up_run set next_link = $1 where finished_at is null", link));
  }

  @Test
  void aSecondInstanceAndARunningImportKeepTheTopUpAway() throws Exception {
    source.put(person("p8", rpps(8), "ATTENTE", "Noé", "60"), now());
    assertThat(lock.alone(() -> attempt())).contains("busy");
    try (Connection other = dataSource.getConnection();
        var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(" + 0x52505053L + ")");
      assertThat(attempt()).isEqualTo("import-running");
      statement.execute("select pg_advisory_unlock(" + 0x52505053L + ")");
    }
    assertThat(attempt()).isEqualTo("completed");
    assertThat(practitioner("8" + rpps(8)).get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void aWrongKeyAndTooLongAGapAreTold() throws Exception {
    assertThat(attempt(Map.of("key", "another"))).isEqualTo("key-refused");
    assertThat(status().at("/lastRefusal/reason").asText()).isEqualTo("key-refused");
    assertThat(status().toString()).doesNotContain("another");
    assertThat(attempt()).isEqualTo("completed");
    upload("2020-01-01");
    assertThat(attempt(Map.of("longest-gap", "29d"))).isEqualTo("gap-too-long");
    assertThat(status().at("/lastRefusal/reason").asText()).isEqualTo("gap-too-long");
  }

  @Test
  void onlyPlatformAdministratorsMayLook() {
    Api claire = practitioner(CLAIRE_MOREAU);
    assertThat(claire.get("/v1/register-top-up").code()).isEqualTo("forbidden");
    assertThat(claire.post("/v1/register-top-up/acceptance", Map.of()).code())
        .isEqualTo("forbidden");
    assertThat(Api.nobody().get("/v1/register-top-up").code()).isEqualTo("unauthenticated");
    assertThat(administrator().get("/v1/register-top-up").body().path("configured").asBoolean())
        .isFalse();
  }
}
