package fr.liaison.audit.entry;

import static fr.liaison.audit.Patience.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.audit.Acts;
import fr.liaison.audit.LogProbe;
import fr.liaison.audit.tlog.LogProof;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.note.VerifierKey;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.test.GoVerifier;
import fr.liaison.test.GoVerifier.Verdict;
import fr.liaison.test.LeakCheck;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EntryResourceTest {

  private static final String ENTRIES = "/v1/entries";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Inject LogProbe log;
  @Inject PurgeActs purgeActs;
  @Inject PurgeSchedule purgeSchedule;

  @Test
  void withoutATokenThereIsNoAnswer() {
    given().get(ENTRIES).then().statusCode(401).contentType("application/problem+json");
    given()
        .auth()
        .oauth2(TestTokens.account("officer", "compliance-officer").forged().sign())
        .get(ENTRIES)
        .then()
        .statusCode(401);
  }

  @Test
  void anotherRoleIsRefusedAndTheAttemptIsInTheLog() {
    String intruder = "intruder-" + UUID.randomUUID();

    given()
        .auth()
        .oauth2(TestTokens.practitioner(intruder, "899700000001").sign())
        .get(ENTRIES)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");

    eventually(
        () -> {
          List<EntryView> refusals = page("?actor=" + intruder).items();
          assertThat(refusals).hasSize(1);
          assertThat(refusals.getFirst().outcome()).isEqualTo(Outcome.refused);
          assertThat(refusals.getFirst().action()).isEqualTo("access");
        });
  }

  @Test
  void anEntryIsShownAsItWasRecorded() {
    ActRecorded act = Acts.act();
    log.append(List.of(act));

    EntryView entry = page("?actor=" + act.actor().accountId()).items().getFirst();

    assertThat(entry).isEqualTo(EntryView.of(entry.index(), act));
    assertThat(log.indices(List.of(act))).containsExactly(entry.index());
  }

  @Test
  void filtersNarrowByTimeActorActionAndOutcome() {
    String account = "filtered-" + UUID.randomUUID();
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    ActRecorded early = Acts.at(account, noon, "device.enrol", Outcome.success);
    ActRecorded late = Acts.at(account, noon.plusSeconds(60), "device.revoke", Outcome.refused);
    log.append(List.of(early, late, Acts.at("somebody", noon, "device.enrol", Outcome.success)));
    String actor = "?actor=" + account;

    assertThat(ids(actor)).containsExactly(late.actId(), early.actId());
    assertThat(ids(actor + "&from=2026-03-01T12:00:01Z")).containsExactly(late.actId());
    assertThat(ids(actor + "&to=2026-03-01T12:01:00Z")).containsExactly(early.actId());
    assertThat(ids(actor + "&from=2026-03-01T12:00:00Z&to=2026-03-01T12:00:01Z"))
        .containsExactly(early.actId());
    assertThat(ids(actor + "&action=device.revoke")).containsExactly(late.actId());
    assertThat(ids(actor + "&outcome=success")).containsExactly(early.actId());
    assertThat(ids(actor + "&outcome=success&action=device.revoke")).isEmpty();
  }

  @Test
  void anActorIsFoundByAccountNationalAndPractitionerId() {
    ActRecorded act = Acts.act();
    log.append(List.of(act));
    String from = "&from=" + act.time();

    assertThat(ids("?actor=" + act.actor().accountId() + from)).contains(act.actId());
    assertThat(ids("?limit=500&actor=" + act.actor().nationalId() + from)).contains(act.actId());
    assertThat(ids("?actor=" + act.actor().practitionerId() + from)).contains(act.actId());
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetitionEvenAtOneInstant() {
    String account = "paged-" + UUID.randomUUID();
    Instant instant = Instant.parse("2026-04-01T00:00:00Z");
    List<UUID> expected = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      ActRecorded act =
          Acts.at(account, instant.plusSeconds(i / 10), "message.send", Outcome.success);
      log.append(List.of(act));
      expected.addFirst(act.actId());
    }

    List<UUID> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    while (cursor != null) {
      EntryPage page = page("?limit=10&actor=" + account + cursor);
      page.items().forEach(entry -> seen.add(entry.id()));
      cursor = page.next() == null ? null : "&cursor=" + page.next();
      pages++;
    }

    assertThat(seen).containsExactlyElementsOf(expected);
    assertThat(pages).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, 501",
    "limit, ten",
    "limit, 99999999999",
    "from, yesterday",
    "to, 2026-13-01T00:00:00Z",
    "to, +999999-01-01T00:00:00Z",
    "outcome, maybe",
    "actor, a%00b",
    "cursor, AAAA",
  })
  void aParameterOutsideItsLimitsIsNamedAndNotEchoed(String field, String value) {
    String body =
        officer("o")
            .urlEncodingEnabled(false)
            .get(ENTRIES + "?" + field + "=" + value.replace("+", "%2B"))
            .then()
            .statusCode(400)
            .contentType("application/problem+json")
            .extract()
            .asString();

    assertThat(body).contains("\"invalid-parameter\"", "\"" + field + "\"");
  }

  @Test
  void everyQueryIsItselfAnEntryThatSaysWhatWasLookedFor() {
    String officer = "officer-" + UUID.randomUUID();

    String watched = leaks.marker();
    officer(leaks.planted(officer))
        .get(ENTRIES + "?action=message.send&actor=" + watched)
        .then()
        .statusCode(200);

    eventually(
        () -> {
          List<EntryView> searches = page("?actor=" + officer).items();
          assertThat(searches).hasSize(1);
          EntryView search = searches.getFirst();
          assertThat(search.service()).isEqualTo("audit-service");
          assertThat(search.action()).isEqualTo("audit.search");
          assertThat(search.object()).isEqualTo(new ActRecorded.Subject("actor", watched));
          assertThat(search.details()).containsEntry("action", "message.send");
        });
  }

  @Test
  void aQueryThatCannotBeRecordedIsNotAnswered() {
    ActRecorded act = Acts.by(leaks.marker());
    log.append(List.of(act));
    log.run("alter table outbox rename to outbox_away");
    try {
      String body =
          officer("o")
              .get(ENTRIES + "?actor=" + act.actor().accountId())
              .then()
              .statusCode(500)
              .extract()
              .asString();
      assertThat(body).doesNotContain(act.actId().toString());
      officer("o").get(proofPath(act)).then().statusCode(500);
    } finally {
      log.run("alter table outbox_away rename to outbox");
    }
  }

  @Test
  void aProofFileVerifiesOfflineAndOpensThePayload(@TempDir Path folder) throws IOException {
    ActRecorded act = Acts.act();
    log.append(List.of(act));
    Path file = Files.writeString(folder.resolve("entry.tlog-proof"), proof(act));

    LogProof proof = LogProof.parse(Files.readString(file));
    Opening opening = opening(proof);

    assertThat(proof.holds(Hash.leaf(opening.leaf().toArray()), key())).isTrue();
    assertThat(ContractJson.mapper().readValue(payload(opening).toArray(), ActRecorded.class))
        .isEqualTo(act);
    Verdict verdict = GoVerifier.compile(folder).checkProof(key().toString(), file);
    assertThat(verdict.line()).startsWith("GENUINE").contains("payload opened");
  }

  @Test
  void afterAPurgeThePayloadIsGoneAndEveryProofStillHolds(@TempDir Path folder) throws IOException {
    String account = "purged-" + UUID.randomUUID();
    ActRecorded act =
        Acts.at(account, Instant.parse("2010-01-01T00:00:00Z"), "message.send", Outcome.success);
    log.append(List.of(act));
    LogProof before = LogProof.parse(proof(act));

    assertThat(purgeActs.purge(act.time().plus(Duration.ofSeconds(1)))).isEqualTo(1);

    assertThat(ids("?actor=" + account)).isEmpty();
    LogProof after = LogProof.parse(proof(act));
    Hash leaf = Hash.leaf(opening(after).leaf().toArray());
    assertThat(opening(after).payload()).isNull();
    assertThat(opening(after).salt()).isNull();
    assertThat(before.holds(leaf, key())).isTrue();
    assertThat(after.holds(leaf, key())).isTrue();
    Path file = Files.writeString(folder.resolve("entry.tlog-proof"), after.toString());
    Verdict verdict = GoVerifier.compile(folder).checkProof(key().toString(), file);
    assertThat(verdict.line()).startsWith("GENUINE").contains("payload purged");
    eventually(
        () ->
            assertThat(page("?action=audit.purge").items().getFirst().details())
                .containsEntry("count", "1"));
  }

  @Test
  void theSchedulePurgesWhatIsOlderThanTheRetentionAndNothingElse() {
    String account = "retained-" + UUID.randomUUID();
    Instant start = Instant.parse("2020-01-01T00:00:00Z");
    ActRecorded old = Acts.at(account, start, "message.send", Outcome.success);
    ActRecorded kept =
        Acts.at(account, start.plus(Duration.ofDays(2)), "message.send", Outcome.success);
    log.append(List.of(old, kept));

    purgeSchedule.purge(Duration.between(start.plus(Duration.ofDays(1)), Instant.now()));

    assertThat(ids("?actor=" + account)).containsExactly(kept.actId());
  }

  @Test
  void anUnknownActHasNoProof() {
    officer("o").get(ENTRIES + "/" + UUID.randomUUID() + "/proof").then().statusCode(404);
    officer("o").get(ENTRIES + "/nonsense/proof").then().statusCode(404);
    given().get(ENTRIES + "/" + UUID.randomUUID() + "/proof").then().statusCode(401);
  }

  private record Opening(Bytes leaf, @Nullable Bytes salt, @Nullable Bytes payload) {}

  private static Opening opening(LogProof proof) throws IOException {
    return ContractJson.mapper().readValue(proof.extra().orElseThrow(), Opening.class);
  }

  private static Bytes payload(Opening opening) {
    assertThat(opening.payload()).isNotNull();
    return opening.payload();
  }

  private static String proofPath(ActRecorded act) {
    return ENTRIES + "/" + act.actId() + "/proof";
  }

  /** The proof, once a checkpoint covers the act; until then the answer is to come back. */
  private static String proof(ActRecorded act) {
    String[] proof = new String[1];
    eventually(
        () -> {
          Response response = officer("o").get(proofPath(act));
          assertThat(response.statusCode()).isIn(200, 503);
          assertThat(response.statusCode()).isEqualTo(200);
          proof[0] = response.body().asString();
        });
    return proof[0];
  }

  private static VerifierKey key() {
    return VerifierKey.parse(given().get("/v1/log/key").body().asString().strip());
  }

  private static List<UUID> ids(String query) {
    return page(query).items().stream().map(EntryView::id).toList();
  }

  private static EntryPage page(String query) {
    String body =
        officer("reader").get(ENTRIES + query).then().statusCode(200).extract().asString();
    try {
      return ContractJson.mapper().readValue(body, EntryPage.class);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static RequestSpecification officer(String account) {
    return given().auth().oauth2(TestTokens.account(account, "compliance-officer").sign());
  }
}
