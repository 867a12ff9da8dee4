package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.api.EnrolledDevice;
import fr.liaison.acceptance.api.Operation;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused, and how: the right problem, never a 500, nothing echoed. */
@Scenario
@Order(5)
class RefusalsTest {
  private static final String MARK = "Denise-LAMBERT-1948";
  private static final UUID NOWHERE = UUID.fromString("018f2a00-0000-7000-8000-00000000dead");
  private static final String STRUCTURE = "/api/directory/v1/structures/F440900017";

  /** Operations that answer without a token, and why they must. */
  private static final Map<Operation, String> PUBLIC =
      Map.of(
          new Operation("POST", "/api/directory/v1/invitations/preview"),
          "whoever opens the link has no account yet: the token in the body is the right",
          new Operation("POST", "/api/directory/v1/invitations/acceptance"),
          "makes that account",
          new Operation("GET", "/api/directory/v1/revocations.crl"),
          "outsiders check certificates",
          new Operation("GET", "/api/directory/v1/trust-anchor"),
          "outsiders check certificates",
          new Operation("OPTIONS", "/api/attachment/v1/uploads"),
          "tus: which version and size are taken, the same for everybody",
          new Operation("GET", "/api/audit/v1/log/checkpoint"),
          "outsiders check the log",
          new Operation("GET", "/api/audit/v1/log/key"),
          "outsiders check the log",
          new Operation("GET", "/api/audit/v1/log/tile/{level}/{path}"),
          "outsiders check the log",
          new Operation("GET", "/api/audit/v1/log/tile/entries/{path}"),
          "outsiders check the log");

  private final String origin;
  private EnrolledDevice device;

  RefusalsTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void enrol() {
    device = EnrolledDevice.of(origin, DemoPerson.LEFEVRE);
    await()
        .untilAsserted(
            () -> {
              assertThat(device.api().get("/api/conversation/v1/conversations").status())
                  .isEqualTo(200);
              assertThat(device.api().get("/api/notification/v1/web-push").status()).isEqualTo(200);
              assertThat(device.api().get("/api/attachment/v1/attachments/" + NOWHERE).problem())
                  .isEqualTo("not-found");
            });
  }

  /** Every endpoint with a method: what it is given stands in the tests. */
  static List<Endpoint> endpoints() {
    String room = "/api/conversation/v1/conversations/" + NOWHERE;
    return List.of(
        new Endpoint("GET", "/api/directory/v1/me", false),
        new Endpoint("GET", "/api/directory/v1/me/administered-structures", false),
        new Endpoint("GET", "/api/directory/v1/practitioners?q=moreau", false),
        new Endpoint("GET", "/api/directory/v1/practitioners/" + NOWHERE, false),
        new Endpoint("GET", "/api/directory/v1/practitioners/" + NOWHERE + "/card", false),
        new Endpoint("GET", "/api/directory/v1/practitioners/" + NOWHERE + "/devices", false),
        new Endpoint("POST", "/api/directory/v1/practitioners/matches", true),
        new Endpoint("GET", "/api/directory/v1/structures?q=nantes", false),
        new Endpoint("GET", "/api/directory/v1/communes?name=nantes", false),
        new Endpoint("GET", "/api/directory/v1/structures/F440900017", false),
        new Endpoint("GET", "/api/directory/v1/structures/F440900017/members", false),
        new Endpoint("GET", "/api/directory/v1/structures/F440900017/services", false),
        new Endpoint("GET", "/api/directory/fhir/Practitioner?name=moreau", false),
        new Endpoint("GET", "/api/directory/fhir/Practitioner/" + NOWHERE, false),
        new Endpoint("POST", "/api/directory/fhir/Practitioner/_search?name=moreau", false),
        new Endpoint("GET", "/api/directory/fhir/PractitionerRole?role=10", false),
        new Endpoint("GET", "/api/directory/fhir/PractitionerRole/" + NOWHERE, false),
        new Endpoint("GET", "/api/directory/fhir/Organization?name=hopital", false),
        new Endpoint("GET", "/api/directory/fhir/Organization/F440900017", false),
        new Endpoint("GET", STRUCTURE + "/administrators", false),
        new Endpoint("PUT", STRUCTURE + "/administrators/" + NOWHERE, false),
        new Endpoint("DELETE", STRUCTURE + "/administrators/" + NOWHERE, false),
        new Endpoint("POST", STRUCTURE + "/invitations", true),
        new Endpoint("GET", STRUCTURE + "/invitations", false),
        new Endpoint("DELETE", STRUCTURE + "/invitations/" + NOWHERE, false),
        new Endpoint("GET", STRUCTURE + "/people", false),
        new Endpoint("DELETE", STRUCTURE + "/people/" + NOWHERE, false),
        new Endpoint("DELETE", STRUCTURE + "/people/" + NOWHERE + "/devices/" + NOWHERE, false),
        new Endpoint("POST", "/api/directory/v1/device-challenges", true),
        new Endpoint("POST", "/api/directory/v1/devices", true),
        new Endpoint("GET", "/api/directory/v1/devices", false),
        new Endpoint("DELETE", "/api/directory/v1/devices/" + NOWHERE, false),
        new Endpoint("PUT", "/api/directory/v1/devices/" + NOWHERE + "/certificate", true),
        new Endpoint("PUT", "/api/directory/v1/devices/" + NOWHERE + "/name", true),
        new Endpoint("GET", "/api/directory/v1/delegations", false),
        new Endpoint("GET", "/api/directory/v1/delegations/candidates", false),
        new Endpoint("POST", "/api/directory/v1/delegations", true),
        new Endpoint("POST", "/api/directory/v1/delegations/" + NOWHERE + "/acceptance", false),
        new Endpoint("DELETE", "/api/directory/v1/delegations/" + NOWHERE, false),
        new Endpoint("POST", "/api/directory/v1/register-imports", false),
        new Endpoint("POST", "/api/directory/v1/register-imports/fetch", false),
        new Endpoint("GET", "/api/directory/v1/register-imports", false),
        new Endpoint("GET", "/api/directory/v1/register-imports/" + NOWHERE, false),
        new Endpoint("GET", "/api/directory/v1/register-imports/" + NOWHERE + "/defects", false),
        new Endpoint("GET", "/api/directory/v1/register-top-up", false),
        new Endpoint("POST", "/api/directory/v1/register-top-up/acceptance", false),
        new Endpoint("DELETE", "/api/directory/v1/register-top-up/run", false),
        new Endpoint("POST", "/api/directory/v1/software", true),
        new Endpoint("GET", "/api/directory/v1/software", false),
        new Endpoint("DELETE", "/api/directory/v1/software/" + NOWHERE, false),
        new Endpoint("GET", "/api/directory/v1/people", false),
        new Endpoint("GET", "/api/directory/v1/people/" + NOWHERE, false),
        new Endpoint("POST", "/api/directory/v1/people/" + NOWHERE + "/suspension", true),
        new Endpoint("DELETE", "/api/directory/v1/people/" + NOWHERE + "/suspension", false),
        new Endpoint(
            "DELETE",
            "/api/directory/v1/people/" + NOWHERE + "/devices/" + NOWHERE + "?reason=lost",
            false),
        new Endpoint("POST", "/api/conversation/v1/key-packages", true),
        new Endpoint("GET", "/api/conversation/v1/key-packages", false),
        new Endpoint("POST", "/api/conversation/v1/key-package-claims", true),
        new Endpoint("POST", "/api/conversation/v1/conversations", true),
        new Endpoint("GET", "/api/conversation/v1/conversations", false),
        new Endpoint("GET", room, false),
        new Endpoint("POST", room + "/commits", true),
        new Endpoint("POST", room + "/joins", true),
        new Endpoint("GET", room + "/group-info", false),
        new Endpoint("PUT", room + "/admins/" + NOWHERE, false),
        new Endpoint("DELETE", room + "/admins/" + NOWHERE, false),
        new Endpoint("GET", "/api/conversation/v1/conversations/joinable", false),
        new Endpoint("GET", "/api/conversation/v1/delivery-key", false),
        new Endpoint("POST", room + "/messages", true),
        new Endpoint("GET", room + "/log?after=0", false),
        new Endpoint("POST", room + "/receipts", true),
        new Endpoint("POST", room + "/refounding", true),
        new Endpoint("POST", room + "/reports", true),
        new Endpoint("GET", "/api/conversation/v1/welcomes", false),
        new Endpoint("DELETE", "/api/conversation/v1/welcomes/" + NOWHERE, false),
        new Endpoint("POST", "/api/attachment/v1/uploads", false),
        new Endpoint("HEAD", "/api/attachment/v1/uploads/" + NOWHERE, false),
        new Endpoint("PATCH", "/api/attachment/v1/uploads/" + NOWHERE, false),
        new Endpoint("DELETE", "/api/attachment/v1/uploads/" + NOWHERE, false),
        new Endpoint("GET", "/api/attachment/v1/attachments/" + NOWHERE, false),
        new Endpoint("HEAD", "/api/attachment/v1/attachments/" + NOWHERE, false),
        new Endpoint("GET", "/api/notification/v1/web-push", false),
        new Endpoint("PUT", "/api/notification/v1/web-push/subscription", true),
        new Endpoint("DELETE", "/api/notification/v1/web-push/subscription", false),
        new Endpoint("GET", "/api/audit/v1/entries", false),
        new Endpoint("GET", "/api/audit/v1/device-bindings/" + NOWHERE, false),
        new Endpoint("GET", "/api/audit/v1/device-bindings?practitioner=" + NOWHERE, false),
        new Endpoint("GET", "/api/audit/v1/entries/" + NOWHERE + "/proof", false));
  }

  record Endpoint(String method, String path, boolean readsJson) {
    Answer call(Api api, String body) {
      return body.isEmpty()
          ? api.send(method, path, BodyPublishers.noBody())
          : api.with("Content-Type", "application/json")
              .send(method, path, BodyPublishers.ofString(body));
    }
  }

  static List<Endpoint> endpointsThatReadJson() {
    return endpoints().stream()
        .filter(Endpoint::readsJson)
        .filter(endpoint -> !endpoint.path().endsWith("device-challenges"))
        .toList();
  }

  @Test
  void everyPublishedOperationIsInTheListOrPublicForAReason() {
    List<Operation> published = Operation.published();
    List<Operation> listed =
        endpoints().stream()
            .map(endpoint -> Operation.of(endpoint.method(), endpoint.path(), published))
            .flatMap(Optional::stream)
            .toList();

    assertThat(published).hasSizeGreaterThan(80).containsAll(PUBLIC.keySet());
    assertThat(published)
        .filteredOn(operation -> !PUBLIC.containsKey(operation))
        .as("named by endpoints()")
        .isSubsetOf(listed);
    assertThat(listed).doesNotContainAnyElementsOf(PUBLIC.keySet());
  }

  @Test
  void whatIsPublicIsNotRefusedForWantOfAToken() {
    assertThat(PUBLIC.keySet())
        .allSatisfy(
            operation -> {
              String path = operation.path().replace("{level}", "0").replace("{path}", "000");
              boolean reads = operation.method().equals("POST");
              Endpoint endpoint = new Endpoint(operation.method(), path, reads);

              assertThat(endpoint.call(Api.at(origin), reads ? "{}" : "").status())
                  .isNotIn(401, 403)
                  .isLessThan(500);
            });
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void withoutATokenNothingAnswers(Endpoint endpoint) {
    Answer answer = endpoint.call(Api.at(origin), endpoint.readsJson() ? "{}" : "");

    assertThat(answer.status()).as(endpoint.toString()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aForgedTokenIsNoToken(Endpoint endpoint) {
    String[] parts = device.token().split("\\.");
    String forged = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());

    Answer answer =
        endpoint.call(Api.at(origin).withToken(forged), endpoint.readsJson() ? "{}" : "");

    assertThat(answer.status()).as(endpoint.toString()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("endpointsThatReadJson")
  void malformedJsonIsABadRequestThatEchoesNothing(Endpoint endpoint) {
    for (String body : List.of("{\"" + MARK, "[\"" + MARK + "\"]", "\"" + MARK + "\"", "{}")) {
      Answer answer = endpoint.call(device.api(), body);

      assertThat(answer.status()).as("%s given %s", endpoint, body).isBetween(400, 499);
      assertThat(answer.problem()).as(endpoint.toString()).isNotEmpty();
      assertThat(answer.body()).doesNotContain(MARK);
    }
  }

  @ParameterizedTest
  @MethodSource("endpointsThatReadJson")
  void anOversizedBodyIsTooLargeOrRefusedUnread(Endpoint endpoint) {
    String huge = "{\"x\":\"" + MARK.repeat(200_000) + "\"}";

    Answer answer = endpoint.call(device.api(), huge);

    assertThat(answer.status()).as(endpoint.toString()).isEqualTo(413);
    assertThat(answer.body()).doesNotContain(MARK);
  }

  @Test
  void aForeignConversationDoesNotExistForOutsiders() {
    String room = "/api/conversation/v1/conversations/" + NOWHERE;

    assertThat(device.api().get(room).problem()).isEqualTo("not-found");
    assertThat(device.api().get(room + "/log?after=0").problem()).isEqualTo("not-found");
    assertThat(device.api().get(room + "/group-info").problem()).isEqualTo("not-found");
  }

  @Test
  void anotherPersonsDeviceIsNotMine() {
    EnrolledDevice other = EnrolledDevice.of(origin, DemoPerson.LEROY);

    Answer answer =
        Api.at(origin)
            .withToken(device.token())
            .onDevice(other.id())
            .get("/api/conversation/v1/conversations");

    assertThat(answer.problem()).isEqualTo("device-unknown");
  }

  @Test
  void aRevokedDeviceMayDoNothingFromThenOn() {
    EnrolledDevice lost = EnrolledDevice.of(origin, DemoPerson.ROUSSEAU);
    await()
        .untilAsserted(
            () ->
                assertThat(lost.api().get("/api/conversation/v1/key-packages").status())
                    .isEqualTo(200));

    assertThat(lost.api().delete("/api/directory/v1/devices/" + lost.id()).status()).isEqualTo(204);

    await()
        .untilAsserted(
            () -> {
              assertThat(lost.api().get("/api/conversation/v1/key-packages").problem())
                  .isEqualTo("device-revoked");
              assertThat(lost.api().get("/api/notification/v1/web-push").problem())
                  .isEqualTo("device-revoked");
              assertThat(lost.api().get("/api/attachment/v1/attachments/" + NOWHERE).problem())
                  .isEqualTo("device-revoked");
            });
  }

  @Test
  void withoutADeviceTheMessengerAsksForOne() {
    Answer answer =
        Api.at(origin).withToken(device.token()).get("/api/conversation/v1/conversations");

    assertThat(answer.problem()).isEqualTo("device-required");
  }

  @Test
  void malformedMlsIsRefusedWithAProblem() {
    for (String bytes : List.of("", "AAAA", "AAEAAf____8", "A".repeat(4000))) {
      Answer upload =
          device
              .api()
              .post("/api/conversation/v1/key-packages", "{\"keyPackages\":[\"" + bytes + "\"]}");
      Answer create =
          device
              .api()
              .post(
                  "/api/conversation/v1/conversations",
                  "{\"id\":\"%s\",\"kind\":\"direct\",\"groupInfo\":\"%s\"}"
                      .formatted(UUID.randomUUID(), bytes));

      assertThat(upload.status()).isEqualTo(400);
      assertThat(create.status()).isEqualTo(400);
      assertThat(upload.problem()).isIn("malformed-mls", "invalid-parameter");
      assertThat(create.problem()).isIn("malformed-mls", "invalid-parameter");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e9", "abc", "99999999999999999999", ""})
  void malformedUploadLengthsAreRefused(String length) {
    Answer answer =
        device
            .api()
            .with("Tus-Resumable", "1.0.0")
            .with("Upload-Length", length)
            .with("Liaison-Conversation", NOWHERE.toString())
            .send("POST", "/api/attachment/v1/uploads", BodyPublishers.noBody());

    assertThat(answer.status()).isBetween(400, 413);
    assertThat(answer.problem()).isNotEmpty();
  }

  @Test
  void anUploadOfAnotherProtocolVersionIsToldWhichOneIsSpoken() {
    Answer answer =
        device
            .api()
            .with("Tus-Resumable", "0.2.1")
            .with("Upload-Length", "10")
            .with("Liaison-Conversation", NOWHERE.toString())
            .send("POST", "/api/attachment/v1/uploads", BodyPublishers.noBody());

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
  }

  @Test
  void onlyWhoIsNamedAsItsAdministratorActsForAStructure() {
    assertThat(device.api().get(STRUCTURE + "/administrators").problem()).isEqualTo("forbidden");
    assertThat(device.api().get(STRUCTURE + "/invitations").problem()).isEqualTo("forbidden");
    assertThat(device.api().get(STRUCTURE + "/people").problem()).isEqualTo("forbidden");
    assertThat(device.api().delete(STRUCTURE + "/people/" + NOWHERE).problem())
        .isEqualTo("forbidden");
  }

  @Test
  void anInvitationNobodyGaveIsNotFoundAndNotEchoed() {
    for (String token : List.of(MARK, "A".repeat(43), "")) {
      for (String act : List.of("preview", "acceptance")) {
        Answer answer =
            Api.at(origin)
                .post("/api/directory/v1/invitations/" + act, "{\"token\":\"" + token + "\"}");

        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.body()).doesNotContain(MARK);
      }
    }
  }

  @Test
  void aDelegationOfOthersDoesNotExist() {
    String delegation = "/api/directory/v1/delegations/" + NOWHERE;

    assertThat(device.api().post(delegation + "/acceptance", "{}").problem())
        .isEqualTo("not-found");
    assertThat(device.api().delete(delegation).problem()).isEqualTo("not-found");
    assertThat(
            device
                .api()
                .get(
                    "/api/directory/v1/delegations/candidates?structureId=F440900017&replacedId="
                        + NOWHERE)
                .problem())
        .isEqualTo("forbidden");
  }

  @Test
  void onlyAComplianceOfficerReadsTheLog() {
    assertThat(device.api().get("/api/audit/v1/entries").problem()).isEqualTo("forbidden");
  }

  @Test
  void onlyAPlatformAdministratorImportsARegister() {
    Answer answer =
        device
            .api()
            .with("Content-Type", "text/plain")
            .send("POST", "/api/directory/v1/register-imports", BodyPublishers.ofString(MARK));

    assertThat(answer.problem()).isEqualTo("forbidden");
    assertThat(answer.body()).doesNotContain(MARK);
  }

  @Test
  void managementEndpointsAreNotReachableFromOutside() {
    for (String service :
        List.of("directory", "conversation", "attachment", "notification", "audit")) {
      for (String path : List.of("/q/metrics", "/q/health", "/q/openapi", "//q/metrics")) {
        assertThat(Api.at(origin).get("/api/" + service + path).status())
            .as(service + path)
            .isIn(400, 404);
      }
    }
  }
}
