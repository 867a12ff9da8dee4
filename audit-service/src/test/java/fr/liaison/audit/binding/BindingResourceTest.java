package fr.liaison.audit.binding;

import static fr.liaison.audit.Patience.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.audit.LogProbe;
import fr.liaison.audit.entry.PurgeActs;
import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.LogProof;
import fr.liaison.audit.tlog.merkle.ConsistencyProof;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.note.VerifierKey;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.event.ActRecorded.Subject;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BindingResourceTest {

  private static final String BINDINGS = "/v1/device-bindings";

  @Inject LogProbe log;
  @Inject PurgeActs purgeActs;

  private final UUID device = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();
  private final UUID reading = UUID.randomUUID();
  private final String nationalId = "8" + person.toString().hashCode();

  @BeforeEach
  void aReaderHasADevice() {
    log.enrol(reading, "reader");
  }

  @Test
  void everyPractitionerGetsProofThatOpensTheBindingOfADevice() throws IOException {
    ActRecorded bound = binding("bound", device, person, nationalId);
    log.append(List.of(bound));

    BindingPage page = read("/" + device);

    BindingPage.Item item = page.items().getFirst();
    LogProof proof = LogProof.parse(item.proof());
    JsonNode opening = ContractJson.mapper().readTree(proof.extra().orElseThrow());
    Bytes leaf = Bytes.parse(opening.path("leaf").asText());
    assertThat(page.items()).hasSize(1);
    assertThat(proof.index()).isEqualTo(item.index());
    assertThat(proof.checkpoint().toString()).isEqualTo(page.checkpoint());
    assertThat(proof.holds(Hash.leaf(leaf.toArray()), key())).isTrue();
    byte[] payload = Bytes.parse(opening.path("payload").asText()).toArray();
    assertThat(ContractJson.mapper().readValue(payload, ActRecorded.class)).isEqualTo(bound);
  }

  @Test
  void aDeviceThatNoCheckpointCoversYetIsAnsweredAnEmptyPageWithAGenuineCheckpoint() {
    BindingPage before = pageOf("/" + device);
    assertThat(before.items()).as("of a device that nobody enrolled").isEmpty();
    assertThat(SignedNote.parse(before.checkpoint()).isSignedBy(key())).isTrue();

    log.append(List.of(binding("bound", device, person, nationalId)));
    eventually(() -> assertThat(pageOf("/" + device).items()).hasSize(1));
  }

  @Test
  void renewalAndRevocationFollowNewestFirst() {
    log.append(
        List.of(
            binding("bound", device, person, nationalId),
            binding("renewed", device, person, nationalId),
            binding("revoked", device, person, null)));

    assertThat(events(read("/" + device))).containsExactly("revoked", "renewed", "bound");
  }

  @Test
  void aRevocationIsToldHoweverManyEntriesCameAfterIt() {
    List<ActRecorded> acts = new ArrayList<>();
    acts.add(binding("bound", device, person, nationalId));
    acts.add(binding("revoked", device, person, null));
    for (int i = 0; i < 40; i++) {
      acts.add(binding("renewed", device, person, nationalId));
    }
    log.append(acts);

    assertThat(events(read("/" + device))).hasSize(33).last().isEqualTo("revoked");
  }

  @Test
  void allDevicesOfAPersonAreListedPageByPage() {
    List<UUID> devices = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      devices.addFirst(UUID.randomUUID());
      log.append(List.of(binding("bound", devices.getFirst(), person, nationalId)));
    }
    read("/" + devices.getFirst());

    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      BindingPage page = read("?limit=2&practitioner=" + person + cursor);
      page.items().forEach(item -> seen.add(payload(item).path("object").path("id").asText()));
      cursor = page.next() == null ? null : "&cursor=" + page.next();
    }

    assertThat(seen).containsExactlyElementsOf(devices.stream().map(UUID::toString).toList());
  }

  @Test
  void aDeviceCertifiedForThePersonUnderAnotherEntryIsListedToo() {
    UUID ghost = UUID.randomUUID();
    log.append(
        List.of(
            binding("bound", device, person, nationalId),
            binding("bound", ghost, UUID.randomUUID(), nationalId),
            binding("bound", UUID.randomUUID(), UUID.randomUUID(), "another")));
    read("/" + ghost);

    assertThat(read("?practitioner=" + person).items())
        .extracting(item -> payload(item).path("object").path("id").asText())
        .containsExactly(ghost.toString(), device.toString());
  }

  @Test
  void whoSawAnEarlierTreeIsShownThatThisOneExtendsIt() {
    log.append(List.of(binding("bound", device, person, nationalId)));
    TreeHead before = head(read("/" + device));
    UUID later = UUID.randomUUID();
    log.append(List.of(binding("bound", later, person, nationalId)));

    BindingPage page = read("/" + later + "?since=" + before.size());

    TreeHead after = head(page);
    List<Hash> hashes = page.consistency().stream().map(hash -> Hash.of(hash.toArray())).toList();
    assertThat(after.size()).isGreaterThan(before.size());
    assertThat(new ConsistencyProof(before.size(), after.size(), hashes).holds(before, after))
        .isTrue();
  }

  @Test
  void whoClaimsToHaveSeenALargerTreeGetsTheCheckpointAsItIs() {
    log.append(List.of(binding("bound", device, person, nationalId)));
    read("/" + device);

    assertThat(read("/" + device + "?since=999999999999999999").consistency()).isEmpty();
  }

  @Test
  void noOtherActIsToldHoweverItIsNamed() {
    UUID conversation = UUID.randomUUID();
    log.append(
        List.of(
            act("conversation-service", "device.binding", Outcome.success, device, said(person)),
            act("directory-service", "device.enrol", Outcome.success, device, said(person)),
            act("directory-service", "device.binding", Outcome.refused, device, said(person)),
            act("directory-service", "device.binding", Outcome.success, device, Map.of()),
            act("directory-service", "message.send", Outcome.success, conversation, said(person))));
    UUID last = UUID.randomUUID();
    log.append(List.of(binding("bound", last, UUID.randomUUID(), "nobody")));
    read("/" + last);

    assertThat(read("/" + device).items()).isEmpty();
    assertThat(read("?practitioner=" + person).items()).isEmpty();
  }

  @Test
  void aPurgeKeepsWhatBindsALivingDeviceAndTakesWhatIsRevoked() {
    UUID gone = UUID.randomUUID();
    Instant longAgo = Instant.parse("2009-01-01T00:00:00Z");
    log.append(
        List.of(
            at(longAgo, binding("bound", device, person, nationalId)),
            at(longAgo, binding("bound", gone, person, nationalId)),
            at(longAgo, binding("revoked", gone, person, null))));
    read("/" + gone);

    purgeActs.purge(longAgo.plusSeconds(1));

    assertThat(opening(read("/" + device).items().getFirst()).has("payload")).isTrue();
    assertThat(read("/" + gone).items())
        .hasSize(2)
        .allSatisfy(item -> assertThat(opening(item).has("payload")).isFalse());
  }

  @Test
  void everyReadingIsItselfAnEntry() {
    String reader = "reader-" + UUID.randomUUID();
    UUID own = UUID.randomUUID();
    log.enrol(own, reader);
    given()
        .auth()
        .oauth2(TestTokens.practitioner(reader, "899700000001").sign())
        .header(CurrentCaller.DEVICE_HEADER, own)
        .get(BINDINGS + "/" + device)
        .then()
        .statusCode(200);

    eventually(
        () ->
            given()
                .auth()
                .oauth2(TestTokens.account("officer", "compliance-officer").sign())
                .get("/v1/entries?action=audit.bindings&actor=" + reader)
                .then()
                .statusCode(200)
                .body("items.object.id", org.hamcrest.Matchers.contains(device.toString())));
  }

  @Test
  void whoIsNoProfessionalIsRefused() {
    given().get(BINDINGS + "/" + device).then().statusCode(401);
    given().get(BINDINGS + "?practitioner=" + person).then().statusCode(401);
    for (String role : List.of("structure-admin", "platform-admin")) {
      given()
          .auth()
          .oauth2(TestTokens.account("someone", role).sign())
          .get(BINDINGS + "/" + device)
          .then()
          .statusCode(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"practitioner", "software"})
  void whoseDeviceIsRevokedReadsNoMore(String role) {
    String account = "leaver-" + UUID.randomUUID();
    UUID own = UUID.randomUUID();
    RequestSpecification leaver =
        given()
            .auth()
            .oauth2(TestTokens.account(account, role).sign())
            .header(CurrentCaller.DEVICE_HEADER, own);
    log.enrol(own, account);
    leaver.get(BINDINGS + "/" + device).then().statusCode(200);

    log.revoke(own);

    for (String path : List.of("/" + device, "?practitioner=" + person, "/nonsense")) {
      eventually(
          () -> assertThat(problem(leaver.get(BINDINGS + path))).isEqualTo("device-revoked"));
    }
  }

  @Test
  void whoHasNoDeviceReadsNothingUnlessTheyAnswerForTheLog() {
    String doctor = TestTokens.practitioner("reader", "899700000001").sign();
    String officer = TestTokens.account("officer", "compliance-officer").sign();

    for (String path : List.of("/" + device, "?practitioner=" + person)) {
      Response refused = given().auth().oauth2(doctor).get(BINDINGS + path);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(problem(refused)).isEqualTo("device-required");
      given().auth().oauth2(officer).get(BINDINGS + path).then().statusCode(200);
    }
  }

  @Test
  void theDeviceOfSomebodyElseIsNobodys() {
    Response refused =
        given()
            .auth()
            .oauth2(TestTokens.practitioner("another", "899700000002").sign())
            .header(CurrentCaller.DEVICE_HEADER, reading)
            .get(BINDINGS + "/" + device);

    assertThat(problem(refused)).isEqualTo("device-unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "practitioner, nonsense",
    "practitioner, 1-1-1-1-1",
    "since, -1",
    "since, 01",
    "since, 9999999999999999999",
    "cursor, x",
    "limit, 0",
    "limit, 101",
  })
  void aParameterOutsideItsLimitsIsNamedAndNotEchoed(String field, String value) {
    String own = field.equals("practitioner") ? "" : "practitioner=" + person + "&";
    String body =
        practitioner()
            .get(BINDINGS + "?" + own + field + "=" + value)
            .then()
            .statusCode(400)
            .contentType("application/problem+json")
            .extract()
            .asString();
    assertThat(body).contains("\"" + field + "\"").doesNotContain("\"" + value + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "1-1-1-1-1", "%00", "..%2Fentries"})
  void whatIsNoIdNamesNoDevice(String id) {
    int status = practitioner().urlEncodingEnabled(false).get(BINDINGS + "/" + id).statusCode();
    assertThat(status).isIn(400, 404);
  }

  @Test
  void aListingOfNobodyInParticularIsRefused() {
    practitioner().get(BINDINGS).then().statusCode(400);
  }

  private static ActRecorded binding(
      String event, UUID device, UUID practitioner, @Nullable String nationalId) {
    Map<String, String> said = new HashMap<>(said(practitioner));
    said.put("event", event);
    if (nationalId != null) {
      said.put("nationalId", nationalId);
      said.put("signatureKeySha256", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    }
    return act("directory-service", "device.binding", Outcome.success, device, said);
  }

  private static Map<String, String> said(UUID practitioner) {
    return Map.of("event", "bound", "practitioner", practitioner.toString());
  }

  private static ActRecorded act(
      String service, String action, Outcome outcome, UUID object, Map<String, String> details) {
    return new ActRecorded(
        Uuid7.next(),
        Instant.now(),
        service,
        action,
        outcome,
        Actor.NOBODY,
        new Subject("device", object.toString()),
        null,
        details);
  }

  private static ActRecorded at(Instant time, ActRecorded act) {
    return new ActRecorded(
        act.actId(),
        time,
        act.service(),
        act.action(),
        act.outcome(),
        act.actor(),
        act.object(),
        null,
        act.details());
  }

  private static TreeHead head(BindingPage page) {
    return Checkpoint.parse(SignedNote.parse(page.checkpoint()).text()).head();
  }

  private static VerifierKey key() {
    return VerifierKey.parse(given().get("/v1/log/key").body().asString().strip());
  }

  private static List<String> events(BindingPage page) {
    return page.items().stream()
        .map(item -> payload(item).path("details").path("event").asText())
        .toList();
  }

  private static JsonNode payload(BindingPage.Item item) {
    return json(Bytes.parse(opening(item).path("payload").asText()).toArray());
  }

  private static JsonNode opening(BindingPage.Item item) {
    return json(LogProof.parse(item.proof()).extra().orElseThrow());
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return ContractJson.mapper().readTree(bytes);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The answer, once a checkpoint covers everything that stands in the log now. */
  private BindingPage read(String path) {
    long size = log.size();
    BindingPage[] page = new BindingPage[1];
    eventually(
        () -> {
          page[0] = pageOf(path);
          assertThat(head(page[0]).size()).isGreaterThanOrEqualTo(size);
        });
    return page[0];
  }

  /** Null where there is none. */
  private static @Nullable String problem(Response answer) {
    return answer.body().jsonPath().getString("code");
  }

  private BindingPage pageOf(String path) {
    Response response = practitioner().get(BINDINGS + path);
    assertThat(response.statusCode()).isEqualTo(200);
    try {
      return ContractJson.mapper().readValue(response.body().asString(), BindingPage.class);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private RequestSpecification practitioner() {
    return given()
        .auth()
        .oauth2(TestTokens.practitioner("reader", "899700000001").sign())
        .header(CurrentCaller.DEVICE_HEADER, reading);
  }
}
